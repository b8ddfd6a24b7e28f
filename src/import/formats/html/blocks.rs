//! The tree of a page to blocks: one for each paragraph, heading, list entry, caption or run of other text.

use std::rc::Rc;

use dom_query::{Document, NodeRef};

use crate::model::Reason;
use crate::text::words;

/// A run of text between two borders that a browser would show as such.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Block {
    /// The text, blanks as a browser shows them.
    pub text: String,
    /// How many words it has.
    pub words: usize,
    /// The level of a heading, 1 the highest; 0 is other text.
    pub heading: u8,
    /// The part of the page that it stands in, where the page's own markup tells.
    pub part: Option<Part>,
    /// The share of its letters that stand in links, 0–1.
    pub linked: f32,
    /// Whether its element calls itself a deck: `class="standfirst"`.
    pub deck: bool,
    /// Whether it holds a person's name as a byline: `rel="author"`, `class="byline"`.
    pub byline: bool,
    /// Its element and the two around it, by name and class: paragraphs of one text look alike.
    pub shape: Rc<str>,
}

/// A part of a page, and what in the markup says so: `nav`, `figcaption`, `class="related-links"`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// Why it is no part of the article, if the name can be trusted.
    pub reason: Reason,
    /// The element, or the word of its class.
    pub name: String,
}

/// Elements whose text a browser does not show as text.
const SILENT: [&str; 22] = [
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "head", "title",
    "select", "option", "datalist", "textarea", "input", "canvas", "audio", "video", "map",
    "progress", "meter", "dialog",
];

/// Elements that stand within a line of text.
const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// The blocks of a page, in the order of its source.
pub(super) fn read(document: &Document) -> Vec<Block> {
    let mut walk = Walk::default();
    if let Some(body) = document.body() {
        walk.element(&body, &Place::default());
        walk.finish(&Place::default());
    }
    walk.found
}

/// Where in the tree a node stands.
#[derive(Clone, Debug, Default)]
struct Place {
    shape: Rc<str>,
    heading: u8,
    part: Option<Part>,
    link: bool,
    deck: bool,
    byline: bool,
}

#[derive(Default)]
struct Walk {
    found: Vec<Block>,
    text: String,
    /// Letters in the running block that stand in links.
    linked: usize,
}

impl Walk {
    fn element(&mut self, node: &NodeRef, place: &Place) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.push(&child.text(), place.link);
                continue;
            }
            let Some(name) = child.node_name().filter(|_| child.is_element()) else {
                continue;
            };
            let name: &str = &name;
            if SILENT.contains(&name) {
                continue;
            }
            if name == "br" {
                self.line_break(&child, place);
                continue;
            }
            let inner = place.inside(&child, name);
            let inline = INLINE.contains(&name) && inner.heading == place.heading;
            if !inline {
                self.finish(place);
            }
            self.element(&child, &inner);
            if !inline {
                self.finish(&inner);
            }
        }
    }

    /// A single line break is kept until it is known what stands around it, a second one ends the paragraph.
    fn line_break(&mut self, node: &NodeRef, place: &Place) {
        let mut before = node.prev_sibling();
        while let Some(blank) =
            before.filter(|node| node.is_text() && node.text().trim().is_empty())
        {
            before = blank.prev_sibling();
        }
        if before.is_some_and(|node| node.has_name("br")) {
            self.finish(place);
        } else {
            self.text.push('\n');
        }
    }

    fn push(&mut self, text: &str, link: bool) {
        for c in text.chars() {
            match c {
                '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
                c if c.is_whitespace() || c.is_control() => {
                    if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                        self.text.push(' ');
                    }
                }
                c => {
                    self.text.push(c);
                    self.linked += usize::from(link && c.is_alphanumeric());
                }
            }
        }
    }

    fn finish(&mut self, place: &Place) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        for text in lines(&text, place.heading > 0) {
            self.found.push(Block {
                words: words(&text).len(),
                text,
                heading: place.heading,
                part: place.part.clone(),
                linked: linked as f32 / letters.max(1) as f32,
                deck: place.deck,
                byline: place.byline,
                shape: Rc::clone(&place.shape),
            });
        }
    }
}

/// Longest line that says something on its own, in words: "Editor: Jane Arden".
const LINE: usize = 14;

/// The lines of a run of text with single line breaks in it: they count where each line is short or ends as a sentence,
/// otherwise the text was broken at a margin. A heading is one line.
fn lines(text: &str, heading: bool) -> Vec<String> {
    let lines: Vec<&str> = text
        .split('\n')
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let stands_alone = |line: &&str| {
        line.ends_with(['.', '!', '?', '"', '”', ')', ':']) || words(line).len() <= LINE
    };
    if !heading && lines.iter().all(stands_alone) {
        return lines.into_iter().map(str::to_owned).collect();
    }
    vec![lines.join(" ")]
}

impl Place {
    fn inside(&self, node: &NodeRef, name: &str) -> Self {
        let mut place = self.clone();
        if !INLINE.contains(&name) {
            place.shape = shape(node, name, &self.shape);
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                place.heading = name.as_bytes().get(1).map_or(0, |digit| digit - b'0');
            }
            "a" => place.link = true,
            _ => {}
        }
        let called = called(node);
        place.deck |= called.iter().any(|word| DECK.contains(&word.as_str()));
        place.byline |= called.iter().any(|word| BYLINE.contains(&word.as_str()));
        let hidden = is_hidden(node).then_some((Reason::Other, "hidden"));
        if let Some((reason, name)) = part(name, &called).or(hidden) {
            place.part = Some(Part {
                reason,
                name: name.to_owned(),
            });
        }
        place
    }
}

const DECK: [&str; 12] = [
    "deck",
    "dek",
    "standfirst",
    "subtitle",
    "subheadline",
    "subheading",
    "subtitulo",
    "alternativeheadline",
    "strapline",
    "summary",
    "teaser",
    "intro",
];

const BYLINE: [&str; 9] = [
    "byline",
    "author",
    "authors",
    "autor",
    "penulis",
    "reporter",
    "contributor",
    "signature",
    "jurnalis",
];

/// The words by which an element calls itself: class, id, role and item property, cut where names are.
fn called(node: &NodeRef) -> Vec<String> {
    let names = [
        "class",
        "id",
        "role",
        "itemprop",
        "rel",
        "data-testid",
        "data-component",
    ];
    let mut words = Vec::new();
    for name in names {
        let Some(value) = node.attr(name) else {
            continue;
        };
        let mut word = String::new();
        let mut small = false;
        for c in value.chars().chain([' ']) {
            // "relatedLinks", "ads300": names are cut at capitals and figures too.
            let cut = !c.is_alphabetic() || (c.is_uppercase() && small);
            if cut && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            small = c.is_lowercase();
            if c.is_alphabetic() {
                word.extend(c.to_lowercase());
            }
        }
    }
    words
}

/// The part of the page that an element opens.
fn part<'n>(name: &'n str, called: &[String]) -> Option<(Reason, &'n str)> {
    let of = |reason| Some((reason, name));
    match name {
        "nav" | "menu" | "button" => return of(Reason::Menu),
        "footer" => return of(Reason::Footer),
        "aside" => return of(Reason::Related),
        "figure" | "figcaption" | "caption" => return of(Reason::Caption),
        _ => {}
    }
    CALLED
        .iter()
        .find(|(word, _)| called.iter().any(|own| own == word))
        .map(|(word, reason)| (*reason, *word))
}

/// An element by name and class, with the two around it.
fn shape(node: &NodeRef, name: &str, around: &str) -> Rc<str> {
    let outer: Vec<&str> = around.splitn(3, '<').take(2).collect();
    let class = node.attr_or("class", "");
    format!("{name}.{class}<{}", outer.join("<")).into()
}

/// Words by which parts of pages call themselves.
const CALLED: [(&str, Reason); 56] = [
    ("nav", Reason::Menu),
    ("navigation", Reason::Menu),
    ("navbar", Reason::Menu),
    ("menu", Reason::Menu),
    ("breadcrumb", Reason::Menu),
    ("breadcrumbs", Reason::Menu),
    ("banner", Reason::Menu),
    ("comments", Reason::Comments),
    ("comment", Reason::Comments),
    ("disqus", Reason::Comments),
    ("related", Reason::Related),
    ("recommended", Reason::Related),
    ("recommendations", Reason::Related),
    ("recirculation", Reason::Related),
    ("outbrain", Reason::Related),
    ("taboola", Reason::Related),
    ("terkait", Reason::Related),
    ("trending", Reason::Related),
    ("popular", Reason::Related),
    ("terpopuler", Reason::Related),
    ("sidebar", Reason::Related),
    ("complementary", Reason::Related),
    ("share", Reason::Share),
    ("sharing", Reason::Share),
    ("social", Reason::Share),
    ("caption", Reason::Caption),
    ("newsletter", Reason::Footer),
    ("paywall", Reason::Advertisement),
    ("advertisement", Reason::Advertisement),
    ("sponsored", Reason::Advertisement),
    ("iklan", Reason::Advertisement),
    ("ads", Reason::Advertisement),
    ("advert", Reason::Advertisement),
    ("advertising", Reason::Advertisement),
    ("toc", Reason::Menu),
    ("cookie", Reason::Footer),
    ("consent", Reason::Footer),
    ("contentinfo", Reason::Footer),
    ("subscribe", Reason::Advertisement),
    ("subscription", Reason::Advertisement),
    ("promo", Reason::Advertisement),
    ("promotion", Reason::Advertisement),
    ("login", Reason::Menu),
    ("signup", Reason::Menu),
    ("register", Reason::Menu),
    ("tags", Reason::Menu),
    ("topics", Reason::Menu),
    ("keywords", Reason::Menu),
    ("byline", Reason::Byline),
    ("author", Reason::Byline),
    ("authors", Reason::Byline),
    ("autor", Reason::Byline),
    ("bio", Reason::Byline),
    ("disclaimer", Reason::Footer),
    ("copyright", Reason::Footer),
    ("poll", Reason::Related),
];

/// Pages hide what appears on a click, and some their whole text until a script shows it.
fn is_hidden(node: &NodeRef) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style = style.to_ascii_lowercase().replace(' ', "");
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}
