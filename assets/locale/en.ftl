# The program's words in English. Sentence case, no exclamation marks; say what is there, never judge.

months = January February March April May June July August September October November December
months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
weekdays = Monday Tuesday Wednesday Thursday Friday Saturday Sunday

## Top bar
open-files = Open files…
open-folder = Open a folder…
undo = Undo
redo = Redo
theme-light = Light theme
theme-dark = Dark theme

## Library
library = Library
library-counts = { $meetings ->
    [one] 1 meeting
   *[other] { $meetings } meetings
  }, { $articles ->
    [one] 1 article
   *[other] { $articles } articles
  }
meeting-counts = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
  }, { $words } words
people-more = { $names } and { $count } more
meeting-day = { $date }
meeting-inferred = { $date } (inferred)
meeting-published = published { $date }
meeting-name = { $label }: { $headline }
event-talks = Talks
event-summit = Conference
event-call = Telephone call
event-signing = Signing
event-visit = Visit
event-statement = Statement
why-together = Why together?
why-alone = Why on its own?
why-placed = You placed it here.
why-joined = You placed the others with it.
why-all-placed = You put these articles together.
why-in-common = What they have in common:
why-none = You said that it covers no meeting.
why-people = The same people: { $names }
why-place = The same place: { $place }
why-date = The same day: { $date }
why-date-inferred = The same day: { $date }, worked out from the days of publication
why-wording = Shared wording: up to { $percent }% of an article stands in one other
why-wording-here = Shared wording: { $percent }% of this article stands in one other
why-rare = Words that are rare elsewhere: { $words }
why-headline = Words that headlines share: { $words }
why-version = A version of “{ $title }”
why-same = The same article as “{ $title }”
why-likeness = Its words as a whole are closest to these articles.
sure-high = Sure: no other meeting is close.
sure-fair = Fairly sure: no other meeting is as close.
sure-low = Not sure: another meeting is nearly as close.
alone-high = Sure: this article stands on its own.
alone-fair = On its own, fairly sure: another meeting is somewhat close.
alone-low = On its own, not sure: another meeting is nearly close enough to join.
why-nearest = Closest to it: “{ $title }”
why-nothing-near = No other article from about the same days is like it.
more-for = More for { $name }
meeting-none = Covers no meeting
meeting-shown = { $shown } of { $articles } articles
meeting-open = Show this meeting
meeting-matrix = Who shares with whom
all-shown = { $count ->
    [one] 1 off the screen: show it
   *[other] { $count } off the screen: show them
  }
placed-mark = placed here by you
move-to = Move to another meeting…
merge-with = Merge with another meeting…
split-off = Split off as a meeting of its own
covers-none = Covers no meeting
take-back = Take the correction back
take-all-back = Take the corrections back
drop-new = Drop here: a new meeting
drop-none = Drop here: covers no meeting
choose-meeting = Which meeting does it belong to?
choose-merge = Merge with which meeting?
choose-search = Search by people, place, headline
choose-none = No other meeting has these words.
outlet-unknown = outlet unknown
outlet-file = ? { $file }
outlet-unknown-of = outlet unknown ({ $file })
shelf-search = Search headline, outlet, people…
shelf-filters = Filters
shelf-outlet = Outlet
shelf-month = Month
shelf-from = From
shelf-to = To
shelf-day-hint = Write a day, month or year, as in 9 April 2024, 2024-04-09, 2024-04 or 2024.
shelf-agency = Agency
shelf-language = Language
shelf-all = All
shelf-shown = { $shown } of { $all } articles; filters: { $filters }
shelf-clear = Show all
drop-hint = Drop files here, or paste text with { $key }
coverage-hint = Bars: share of an article’s words that stand in wording shared with the other articles of the meeting.
close-all = Close all
percent = { $percent }%
article-base = Show the others against this one
article-hide = Take off the screen
article-show = Put on the screen
article-fields = Correct headline, outlet, date…
article-remove = Remove the article
repeat-later = later version
repeat-version = another version
repeat-same = the same again

## Matrix
do-read = Read side by side
do-matrix = Matrix: each article against each
tab-read = Read
tab-matrix = Matrix
order-likeness = By likeness
order-date = By date
order-outlet = By outlet
order-own = In your order
matrix-hint = Each row: the share of this article’s words that stand in wording shared with the article above the column, reworded statements included.
matrix-alone = One article alone has nothing to be held against.
matrix-row-hint = Click to read the others against it. Drag it, or press { $up } and { $down }, to move the row.
matrix-cell = { $percent }% of the words of { $one } stand in wording shared with { $two }: { $words } of { $of }.
matrix-back = The other way: { $percent }% of { $two }, { $words } of { $of } words.
matrix-passages = Passages: { $kinds }.
matrix-kind = { $passages } { $kind } ({ $words ->
    [one] 1 word
   *[other] { $words } words
})
matrix-click = Click to read the two side by side.
level-0 = below 20%
level-1 = 20 to 44%
level-2 = 45 to 74%
level-3 = 75% and more

## Legend
kind-verbatim = verbatim
kind-near = near-verbatim
kind-reworded = reworded
kind-moved = moved
kind-only-here = only here
kind-stock = not counted
means-verbatim = Word for word, but for case, quotes and spellings of names.
means-near = Nearly word for word: words are replaced, put in or left out.
means-reworded = The same statement in other words.
means-moved = Stands in another order than in the base article.
means-only-here = Paragraphs that share nothing with the other open articles.
means-stock = Titles, names and set phrases. They do not count.
switch-off = Click to hide them.
switch-on = Click to show them.
asides-show = Set aside: { $count }
names-open = Names
columns-next = Next column
columns-previous = Previous column

## Columns
base = base
base-hint = The other columns are shown against this one: what moved, which words differ.
base-make = Show the others against { $outlet }
share = { $percent }% shared
share-none = –
share-none-hint = nothing to compare with yet
share-hint = Share of this article’s words that another of the articles side by side also has, word for word or reworded. The agreement map counts equal words only, so it shows less.
share-hint-pair = Share of this article’s words that { $outlet } also has, word for word or reworded. The agreement map counts equal words only, so it shows less.
column-close = Take { $outlet } off the screen
strip = Overview of { $outlet }
passage-name = Passage { $number }, { $kind }: { $words }
passage-name-moved = Passage { $number }, { $kind }, moved: { $words }
stock-name = Not counted: { $words }
restore = Bring back
restore-hint = Bring back into the text
restored-by-you = Brought back by you
set-aside-again = Set aside again
passage-read = { $passage } (read already)
column-menu = More about { $outlet }
column-left = Move to the left
column-right = Move to the right
column-alone = Let it scroll alone
column-together = Let it scroll with the others
column-lock = { $outlet } scrolls alone; let it scroll with the others
column-pin = Keep level as it stands now
column-pin-hint = The paragraph at the reading line stays level with the one of the base. Scroll the column alone first, until the two stand side by side.
column-here = { $outlet } is on the screen
column-show = Bring { $outlet } on the screen
column-open = Put { $outlet } back on the screen
unpin = Let go: level with { $outlet }, paragraph { $paragraph }
splitter = Width of { $left } and { $right }

## Reading
mode-columns = Columns
mode-columns-hint = Articles side by side ({ $key })
mode-agreement = Agreement
mode-agreement-hint = The base alone, each word shaded by how many of the others carry it ({ $key })
band-switch = Band of all articles
band-in = Draw the band out
band-out = Draw the band together
band-row = { $outlet }: { $verbatim } verbatim, { $near } near-verbatim, { $reworded } reworded, { $only } only here; leaves out { $absent }
band-cell = { $outlet }: { $what }, { $count ->
    [one] 1 word
   *[other] { $count } words
  }: “{ $words } …”
band-absent = { $outlet }: not found
band-elsewhere = { $outlet }: nothing here; another article adds this
band-moved = { $kind }, moved
band-other = other text
once-switch = Dim what was read in another column
once-words = Read already: { $count ->
    [one] 1 word
   *[other] { $count } words
  }
once-off = Read already: not dimmed
once-hint = What you read in one column is dimmed in the others: passages that stood in sight long enough before you scrolled past, and those you mark as read ({ $key }).
once-forget = Forget what was read
agreement-legend = Carried by other outlets:
agreement-legend-hint = Counted: words that the other outlet prints too, or writes as another spelling of a name. The share above a column also counts what is said in other words, so it is higher.
agreement-none = only here · { $words } words
agreement-some = { $least } · { $words } words
agreement-range = { $least }–{ $most } · { $words } words
agreement-all = All shared wording counts here; kinds can be told apart in Columns.
agreement-note = { $count } of { $total } outlets
agreement-same = the same

## Inspector
inspector-empty = Nothing is open.
passage-title = Passage { $number } of { $total }
passage-summary = In { $witnesses ->
    [one] 1 place
   *[other] { $witnesses } places
  } of { $articles } articles, { $words } words.
words-same = { $same } of { $total } words
absent = not found
carriers-hint = The words in heavier type carry the statement; the rest is worded in another way.
one-name = “{ $theirs }” and “{ $ours }” count as one name.
names-of = Spellings of { $name }
stock-title = Not counted
stock-why = Names, titles and set phrases belong to every report; they do not show whose wording it is.
stock-everywhere = A set phrase: it stands in articles on { $count } meetings. It does not show whose wording it is.
stock-titles = Titles and offices: { $words }
stock-names = Names: { $words }
stock-rest = Other words: { $words }
counted-by-you = Counted because you said so.
ignored-by-you = Not counted because you said so.
count-it = Count it
count-it-not = Do not count
set-aside-paragraph = Set this paragraph aside
copy-citation = Copy with citation
citation-paragraph = paragraph { $number }
citation-paragraphs = paragraphs { $first }–{ $last }
fields-title = About this article
fields-hint = What was read of the page; you can change it. Press a marked passage to see it in the other articles.
field-headline = Headline
field-deck = Deck
field-outlet = Outlet
field-published = Published
field-author = Author
field-editor = Editor
field-agency = Agency
field-dateline = Dateline
field-captions = Captions
field-credits = Picture credits
field-language = Language
field-file = File
language-id = Indonesian
language-en = English
language-ms = Malay
origin-none = not found
origin-inferred = inferred
origin-printed = printed
origin-declared = page data
origin-file = name
origin-reader = changed by you
field-edit = Edit { $field }
field-save = Save
field-back = Back to what was read
as-read = As read: “{ $text }”.
as-read-nothing = As read: not found.
list-hint = One name or text a line. Ctrl Enter saves.
date-hint = As in 2024-04-09, or with a time: 2024-04-09 15:34, 2024-04-09 15:34 WIB.
date-wrong = This is not in the form of a date. Write it as 9 April 2024 or 2024-04-09, or with a time: 2024-04-09 15:34.
date-no-day = There is no such day. Write year, month and day, as in 2024-04-09.
date-no-time = There is no such time. Write hours and minutes, as in 2024-04-09 15:34.
date-no-zone = The time zone is not known. Write +07:00, WIB, WITA or WIT behind the time, or nothing.
language-wrong = Write Indonesian, English, Malay, or the tag of another language, as in jv.
inferred-weekday = Printed is “{ $printed }”; the year is the latest in which day and weekday go together.
inferred-weekday-also = Printed is “{ $printed }”; day and weekday go together in the year shown (and in { $years }).
inferred-event = Printed is “{ $printed }”; the text places it after “{ $event }”, an event of { $year }.
inferred-text = No date line; taken from “{ $printed }” in the text.
inferred-words = Worked out from the words of the text.

## Names
names = Names with several spellings
names-hint = The words of a row count as one when articles are compared. In the text they stay as they are printed.
names-close = Close the table of names
names-search = Search
names-add = Add a row
names-learned = Learned from these articles
names-table = { $count ->
    [one] 1 row in the table
   *[other] { $count } rows in the table
  }
names-apart = Not the same, never joined
names-keep = Keep
names-part = Not the same
names-rejoin = May be joined again
names-yours = by you
names-edit = Edit { $row }
names-remove = Remove { $row }
names-row = Spellings of one name
names-row-hint = Every spelling one word, as in: Tiongkok China Cina
names-too-few = Write at least two different words, as in: Tiongkok China Cina
names-elsewhere = “{ $word }” already stands in another row: { $row }. Add the spelling there.
names-none = No row has “{ $search }”.
names-defaults = Back to the defaults

## Titles and offices
offices = Titles and offices
offices-hint = These words are taken off a name and tell that it is a person’s; runs of them and of names are not counted as shared wording. All count in all articles. Press a word to switch it off or on.
offices-close = Close titles and offices
offices-malay = Malay, where it differs from Indonesian
offices-others = Other languages
offices-off = { $count } off
offices-add = Add words
offices-words = New titles and offices
offices-words-hint = One word or more, as in: vice admiral
offices-known = These words count already. Write at least one that does not.
offices-yours = By you
offices-before = Before names
offices-parts = Only in formulae, such as names of offices and bodies
offices-switch-off = Counts as title or office. Press to switch it off.
offices-switch-on = Switched off. Press to switch it on again.
offices-defaults = Back to the defaults

## Set aside
reason-menu = Site menu
reason-advertisement = Advertisement
reason-caption = Caption or picture credit
reason-byline = Byline
reason-related = Related articles
reason-comments = Comments
reason-share = Share buttons
reason-footer = Page footer
reason-other = Other
cause-phrase = Recognised by “{ $phrase }”.
cause-under = Stands under “{ $heading }”.
cause-sections = A row of section names.
cause-picture = Ends with a picture credit, or stands beside one. Kept as a field.
cause-credits = Names people or a date and nothing else. Kept as a field.
cause-stray = A short line outside the running text.
cause-twice = Stands there twice.
cause-markup = The page itself marks it as “{ $name }”.
cause-divided = Only one of two ways of reading the page takes it for the article.
cause-edge = Stands at the edge of the pages of this file.
cause-link = A link and nothing else, or the heading above such links.
cause-next = Belongs to the next article on the page.
cause-reader = You set it aside.
cause-outside = Outside the article on the page.

## Status bar
status-empty = No articles
status-counts = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
  }, { $words } words, { $passages ->
    [one] 1 shared passage
   *[other] { $passages } shared passages
  }
status-selected = { $count ->
    [one] { $count } word selected
   *[other] { $count } words selected
  }
status-stock = { $count ->
    [one] 1 stock phrase
   *[other] { $count } stock phrases
  } not counted
status-counted = { $counted } counted by you
status-ignored = { $ignored } not counted by you
status-decided = { $counted } counted by you, { $ignored } not
count-as-found = Take all of these back
status-settings = Shortest passage: { $words } words
status-comparing = Comparing…
status-loading = Reading { $done } of { $total }…
cancel = Cancel
notice-cancelled = Stopped. What was open is unchanged.
notice-closed-all = { $count ->
    [one] The article was closed.
   *[other] All { $count } articles were closed.
}
notice-stepped = { $way ->
    [redone] Done again:
   *[undone] Taken back:
} { $what ->
    [opened] { $count ->
        [one] an article was opened
       *[other] { $count } articles were opened
    }
    [closed] { $count ->
        [one] an article was closed
       *[other] { $count } articles were closed
    }
    [restored] text was put back into an article
    [set-aside] text was set aside
    [field] a field was corrected
    [words] the shortest passage was changed
    [counted] what counts as shared wording was changed
    [names] the list of names was changed
    [offices] the list of titles and offices was changed
   *[placed] { $count ->
        [one] an article was moved to another meeting
       *[other] { $count } articles were moved to another meeting
    }
}.
notice-set-aside = The paragraph is set aside and no longer compared.
notice-not-set-aside = No paragraph was set aside: this text is one piece.
notice-placed = { $count ->
    [one] The article is in the other meeting now.
   *[other] { $count } articles are in the other meeting now.
}
notice-placed-alone = { $count ->
    [one] The article is a meeting of its own now.
   *[other] { $count } articles are a meeting of their own now.
}
notice-placed-nowhere = { $count ->
    [one] The article stands under “covers no meeting” now.
   *[other] { $count } articles stand under “covers no meeting” now.
}
notice-panic = Something went wrong inside the program; nothing was changed. { $detail }
notice-cannot = { $action }: { $reason }.
notice-copied = Copied with citation.
notice-copied-text = Copied.
notice-nothing-to-paste = There is no text on the clipboard.

## First page, dropping
start-title = Drop articles about one meeting
start-text = Saved web pages, PDF, Word, OpenDocument, text and Markdown files, zip archives of them, or whole folders. They are read on this computer: Crossread opens no network connection and does not change the files. { $key } pastes a text.
start-sample = Open the sample: one meeting, several outlets
sample-line = This is a sample: one invented meeting, as several outlets told it. Drop your own articles anywhere on this window to compare them.
drop-title = { $count ->
    [one] Drop 1 file to compare it
   *[other] Drop { $count } files to compare them
  }
drop-text = They are read on this computer; nothing leaves it.
dialog-missing = This desktop offers no file dialog. Drop files on the window, or type a path.
dialog-filter = Articles
path-field = Path
path-open = Open
path-close = Close

## Import report
report-title = { $files ->
    [one] 1 file
   *[other] { $files } files
  }: { $counts }
report-count-loaded = { $count } loaded
report-count-remarks = { $count } loaded with remarks
report-count-versions = { $count } loaded as { $count ->
    [one] a version
   *[other] versions
  }
report-count-duplicates = { $count } there already
report-count-failed = { $count } not loaded
report-count-passed = { $count } passed over
report-passed = { $count ->
    [one] 1 file was passed over, because its kind is not read here: { $files }
   *[other] { $count } files were passed over, because their kinds are not read here: { $files }
  }
status-passed = { $count ->
    [one] 1 file passed over
   *[other] { $count } files passed over
  }
report-folder = in { $folder }
report-close = Read the articles
report-show = Import report
report-add = Add anyway
report-duplicate = there already, not added
report-version = loaded, a version
report-same-as = The same article as “{ $title }” ({ $file }). Added twice, it would be counted twice.
report-later-than = A later version of “{ $title }” ({ $file }).
report-earlier-than = An earlier version of “{ $title }” ({ $file }).
report-version-of = Another version of “{ $title }” ({ $file }).
report-loaded = loaded
report-remarks = loaded with remarks
report-failed = not loaded
remark-damaged = { $count } characters could not be read as { $encoding } and are shown as �. If the text looks wrong, save the file as UTF-8.
remark-no-text = There is no text on this page: a script shows it. Save the page complete, or as PDF, and use that.
remark-part = This is page { $page } of { $all }; the rest of the article is not here. Save the page that shows all of it.
remark-no-body = No running text was found; everything was set aside. Show what was set aside and bring back what belongs to the article.

## What bad input gets
error-missing = { $file }: there is no such file. Check its name and its folder, then try again.
error-unreadable = { $file }: cannot be read ({ $detail }). Copy it to another place and try again.
error-forbidden = { $file }: it cannot be read, because you have no permission to. Change the permissions of the file.
error-folder = { $file }: this is a folder, not a file. Name a file.
error-no-part = This command has none of the parts that --parts asks for. It has: { $parts }
error-repeated = { $count ->
    [one] 1 file is named more than once and is read once: { $files }
   *[other] { $count } files are named more than once and are read once: { $files }
  }
error-no-bytes = { $file }: the file is empty (0 bytes). Save or download it again.
error-empty = { $file }: there is no text in it. Choose another file.
error-binary = { $file }: this is not a text file ({ $kind }). Save the article as HTML, PDF, DOCX or plain text.
error-encoding = { $file }: the text is in an encoding that cannot be made out. Save it as UTF-8.
error-unknown-kind = { $file }: this is no file of a kind that is read here. Save it as HTML, PDF, DOCX or plain text.
error-document = { $file }: this file is { $kind }, which is not read here. Open it in the program it comes from and save it as DOCX or PDF.
error-damaged = { $file }: this { $kind } file is damaged or not complete. Save or download it again.
error-encrypted = { $file }: it is locked by a password. Save a copy without a password and use that.
error-scanned = { $file }: there is no text in this PDF, only pictures of pages. Save the article as a web page, or run text recognition first.
error-too-many-pages = { $file }: { $pages } pages are more than an article can have (at most { $limit }). Cut out the pages of the article and use those.
error-too-much-inside = { $file }: unpacked it is larger than articles can be (at most { $limit } MB). Unpack it yourself and use the articles.
error-too-many-inside = { $file }: there are more files in it than are looked through (at most { $limit }). Unpack it yourself and use the articles.
error-too-deep = { $file }: its parts stand inside one another too deep to be an article. Save it as plain text.
error-archive = { $file }: an archive is not opened here. Unpack it and use its files.
error-reader-failed = { $file }: this file could not be read: its reader failed. Save it in another format, such as plain text.
error-too-long = { $file }: reading it took more than { $seconds } seconds and was given up. Save it in another format, such as plain text.
error-too-large = { $file }: { $size } MB is larger than an article can be (at most { $limit } MB). Cut out the article and use that.
error-changing = { $file }: it changed while it was read. Wait until it is complete, then try again.
error-no-articles = { $file }: there is no article in it (no .txt, .md, .html, .mhtml, .pdf, .docx or .odt files). Choose a folder that holds articles, or the files themselves.
error-not-written = { $file }: cannot be written ({ $detail }).
error-no-folder = { $file }: cannot be written, because there is no such folder. Make the folder first, or choose another one.
error-not-allowed = { $file }: cannot be written, because you have no permission to write there. Choose another folder.
error-is-folder = { $file }: cannot be written, because this is a folder. Name a file in it.
error-full = { $file }: cannot be written, because there is no room left. Make room, or choose another disk.
error-no-passage = There is no passage { $number } to focus: { $count ->
    [0] nothing is marked
    [one] only 1 is marked
   *[other] only { $count } are marked
  }. No picture was drawn.
error-no-command = There is no file or command “{ $typed }”. Did you mean: crossread { $meant }
error-no-display = There is no display to open a window on. Without one use: crossread compare, extract, group or screenshot (see crossread --help).
error-no-window = No window can be opened ({ $detail }). Without a window use: crossread compare, extract, group or screenshot (see crossread --help).

## Actions: the palette, the keys, tooltips
group-move = Move
group-work = Work
group-show = Show
group-sight = Appearance
do-next-passage = Next passage
do-previous-passage = Previous passage
do-next-verbatim = Next verbatim passage
do-previous-verbatim = Previous verbatim passage
do-next-near = Next near-verbatim passage
do-previous-near = Previous near-verbatim passage
do-next-reworded = Next reworded passage
do-previous-reworded = Previous reworded passage
do-next-moved = Next passage that moved
do-previous-moved = Previous passage that moved
do-next-only-here = Next paragraph that stands only here
do-previous-only-here = Previous paragraph that stands only here
do-next-hit = Next place found
do-previous-hit = Previous place found
do-back = Back to where I was
do-forward = Forward again
do-next-meeting = Next meeting
do-previous-meeting = Previous meeting
do-next-panel = Next panel
do-previous-panel = Previous panel
do-leave = Leave this passage
do-palette = Search or run a command
do-find = Find in all articles
do-paste = Paste an article
do-cancel = Stop reading or comparing
do-select-letter = Select on by one letter
do-select-letter-back = Select back by one letter
do-select-word = Select to the end of the word
do-select-word-back = Select back to the beginning of the word
do-select-sentence = Select to the end of the sentence
do-select-sentence-back = Select back to the beginning of the sentence
do-select-paragraph = Select to the end of the paragraph
do-select-paragraph-back = Select back to the beginning of the paragraph
do-set-aside = Set aside the paragraphs with selected text
do-copy = Copy the selected text
do-library = Library on, off
do-inspector = Inspector on, off
do-asides = Text set aside: show, hide
do-verbatim = Verbatim passages on, off
do-near = Near-verbatim passages on, off
do-reworded = Reworded passages on, off
do-moved = Marks of moved passages on, off
do-only-here = Marks of what stands only here on, off
do-stock = What is not counted: show, hide
do-show-all = Show all passages
do-theme = Light or dark
do-system-theme = Light or dark as the desktop has it
do-english = Window in English
do-indonesian = Window in Indonesian (bahasa Indonesia)
do-larger = Larger text
do-smaller = Smaller text
do-usual-size = Usual size of text
do-zoom-in = Larger window content
do-zoom-out = Smaller window content
do-usual-zoom = Usual size of window content
do-wider = Wider columns
do-narrower = Narrower columns
do-agreement = Columns or agreement map
do-band = Band of all articles on, off
do-once = What was read in another column: dim, show as it was
do-mark-read = Mark this passage as read, or as unread
do-forget-read = Forget what was read
do-next-base = Next article as the base
do-previous-base = Previous article as the base
do-keys = Keys
both-passages = Next, previous passage
both-verbatim = Next, previous verbatim passage
both-near = Next, previous near-verbatim passage
both-reworded = Next, previous reworded passage
both-moved = Next, previous passage that moved
both-only-here = Next, previous paragraph only here
both-hits = Next, previous place found
both-columns = Next, previous column
both-meetings = Next, previous meeting
both-panels = Next, previous panel
both-bases = Next, previous article as the base
both-letters = Select by letters: on, back
both-words = Select by words: on, back
both-sentences = Select by sentences: on, back
both-paragraphs = Select by paragraphs: on, back
not-without-articles = nothing is open
not-back = there was no place before
not-forward = there is no place to go forward to
not-one-meeting = there is no other meeting
not-in-focus = nothing is in focus
not-reported = nothing was brought in
not-busy = nothing is under way
not-undo = nothing was changed
not-redo = nothing was undone
not-decided = you decided about no phrase
not-selected = no text is selected
not-to-cite = no passage is in focus and no text selected
not-in-map = the agreement map counts everything
not-filtered = nothing is hidden
not-read = nothing was read yet
not-larger = this is the largest
not-smaller = this is the smallest
not-wider = this is the widest
not-narrower = this is the narrowest
not-text = the matrix has no text to select
not-in-matrix = the inspector stands beside the text, not beside the matrix
key-up = Up
key-down = Down
key-left = Left
key-right = Right
keys-title = Keys
keys-close = Close the sheet of keys
keys-hint = Everything else stands in the palette: { $key }, then a few letters of what you want.
palette-hint = Search or run a command
palette-actions = Commands
palette-articles = Meetings and articles
palette-places = In the text
palette-cut = { $title }: first { $shown } of { $all }
palette-none = Nothing fits.
palette-find = Find “{ $words }” in all articles

## Finding
find-field = Find in all articles
find-close = Close and stay here
find-list = List of places
find-apart = Words apart
find-spellings = All spellings
find-nothing-typed = type what you look for
find-places = { $count ->
    [0] not found
    [one] 1 place
   *[other] { $count } places
  }
find-not-here = not in the open articles
find-in-headlines = in headlines only
find-at = { $number } of { $total }
find-count = { $outlet } { $count }
find-headline = headline
find-aside = set aside
find-asides = { $count } in text that is set aside
find-headlines = { $count ->
    [one] and in 1 headline
   *[other] and in { $count } headlines
  }
find-elsewhere = { $count } in articles off the screen
find-closed = Off the screen: { $outlet }, { $headline }
find-other-meeting = Another meeting: { $outlet }, { $headline }

## Filters
filter = Filter passages
filter-length = Length of passages
filter-any-length = any
filter-words = from { $words } words
filter-outlet = Only passages that stand in
filter-any-outlet = any article
filter-only-with = Only passages that stand in { $outlet }
filter-hidden = { $count ->
    [one] 1 passage
   *[other] { $count } passages
  } hidden: { $reasons }
filter-only-here = not marked: { $count ->
    [one] 1 paragraph that stands only here
   *[other] { $count } paragraphs that stand only here
  }
filter-by-kind = { $count } { $kind }
filter-by-length = { $count } shorter than { $words } words
filter-by-outlet = { $count } not in { $outlet }
