//! What a reader gets of saved pages.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use crate::import::{ReadOptions, read_bytes};
use crate::locale::Message;
use crate::model::{Article, Cause, Reason};

const TEXT: [&str; 5] = [
    "The foreign ministers of Velland and Queria met in Sarimba on Tuesday and agreed to open the old customs house again.",
    "It was their third meeting this year, and the first at which the question of the river gauges was settled in writing.",
    "“We have read the same water for a hundred years and written down two numbers,” the minister of Queria said.",
    "Both sides will send engineers in March, and their figures are to be read out in both parliaments before the summer.",
    "The opposition in Velland called the agreement late, but said it would not vote against the money for the new gauges.",
];

fn paragraphs(wrap: impl Fn(&str) -> String) -> String {
    TEXT.iter().map(|text| wrap(text)).collect()
}

fn page(head: &str, body: &str) -> Article {
    let html =
        format!("<!doctype html><html lang=\"en\"><head>{head}</head><body>{body}</body></html>");
    read_bytes("page.html", html.into_bytes(), &ReadOptions::today())
        .unwrap()
        .article
}

fn usual(around: &str) -> String {
    format!(
        "<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>\
         <main><article><h1>Gauges to be read together</h1>{}{around}</article></main>\
         <footer>© 2026 Queria Today</footer>",
        paragraphs(|text| format!("<p>{text}</p>"))
    )
}

fn aside_of<'a>(article: &'a Article, text: &str) -> Option<(Reason, &'a Cause)> {
    article
        .blocks()
        .iter()
        .find(|block| block.text.contains(text))
        .and_then(|block| block.aside())
}

#[test]
fn the_body_is_the_paragraphs_and_the_rest_is_set_aside() {
    let article = page(
        "<title>Gauges to be read together | Queria Today</title>",
        &usual(""),
    );
    assert_eq!(article.title(), "Gauges to be read together");
    assert_eq!(article.body().text, TEXT.join("\n\n"));
    assert_eq!(
        aside_of(&article, "Home").map(|aside| aside.0),
        Some(Reason::Menu)
    );
    assert_eq!(
        aside_of(&article, "©").map(|aside| aside.0),
        Some(Reason::Footer)
    );
}

#[test]
fn fields_from_every_kind_of_metadata() {
    let linked = r#"<script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "q", "name": "Queria Today"},
        {"@type": ["NewsArticle"], "headline": "Gauges to be read together", "author": [{"name": "Jane Arden"}, {"name": "Maren Holt"}],
        "publisher": {"@id": "q"}, "datePublished": "2026-03-03T14:05:00+01:00"}]}</script>"#;
    let graph = r#"<meta property="og:title" content="Gauges to be read together"><meta property="og:site_name" content="Queria Today">
        <meta name="author" content="By Jane Arden and Maren Holt"><meta property="article:published_time" content="2026-03-03T14:05:00+01:00">"#;
    let micro = "<p itemprop=author><span itemprop=name>Jane Arden</span></p><p itemprop=author><span itemprop=name>Maren Holt</span></p>\
        <time itemprop=datePublished datetime=2026-03-03T14:05:00+01:00>3 March</time>";
    let site = "<meta property=\"og:site_name\" content=\"Queria Today\">";
    for (head, body) in [
        (linked, usual("")),
        (graph, usual("")),
        (site, usual(micro)),
    ] {
        let article = page(head, &body);
        let fields = &article.fields;
        assert_eq!(article.title(), "Gauges to be read together", "{head}");
        assert_eq!(article.outlet(), "Queria Today", "{head}");
        assert_eq!(fields.author, ["Jane Arden", "Maren Holt"], "{head}");
        let published = fields
            .published
            .as_ref()
            .map(|noted| noted.value.to_string());
        assert_eq!(
            published.as_deref(),
            Some("2026-03-03T14:05:00+01:00"),
            "{head}"
        );
    }
}

#[test]
fn a_page_without_metadata_is_read_by_its_words() {
    let body = format!(
        "<div><h1>Gauges to be read together</h1><div>By Jane Arden</div><div>3 March 2026, 14:05</div>{}</div>",
        paragraphs(|text| format!("<p>{text}</p>"))
    );
    let article = page("", &body);
    assert_eq!(article.fields.author, ["Jane Arden"]);
    let published = article
        .fields
        .published
        .as_ref()
        .map(|noted| noted.value.to_string());
    assert_eq!(published.as_deref(), Some("2026-03-03T14:05:00"));
    assert_eq!(article.body().text, TEXT.join("\n\n"));
}

#[test]
fn the_time_of_the_place_is_kept_where_the_page_prints_it() {
    let head = r#"<meta property="article:published_time" content="2026-03-03T07:05:12Z">"#;
    let body = usual("").replace(
        "together</h1>",
        "together</h1><div>Selasa, 3 Maret 2026 14:05</div>",
    );
    let published = page(head, &body)
        .fields
        .published
        .map(|noted| noted.value.to_string());
    assert_eq!(published.as_deref(), Some("2026-03-03T14:05:12+07:00"));
}

#[test]
fn what_stands_between_the_paragraphs_is_told_apart() {
    for (inserted, text, reason) in [
        (
            "<p><a href=/x>Read also: Ferries run again in Sarimba</a></p>",
            "Ferries",
            Reason::Related,
        ),
        (
            "<h3>More on this</h3><ul><li><a href=/x>Ferries run again in Sarimba</a></li></ul>",
            "More on",
            Reason::Related,
        ),
        (
            "<figure><img src=x><figcaption>The old customs house in winter.</figcaption></figure>",
            "winter",
            Reason::Caption,
        ),
        (
            "<div class='newsletter-box'><p>Our letter brings the day’s news to you every evening.</p></div>",
            "evening",
            Reason::Footer,
        ),
        (
            "<div class=share-buttons><span>Share this article</span></div>",
            "Share this",
            Reason::Share,
        ),
    ] {
        let body = usual("").replace(
            &format!("<p>{}</p>", TEXT[2]),
            &format!("<p>{}</p>{inserted}", TEXT[2]),
        );
        let article = page("", &body);
        assert_eq!(article.body().text, TEXT.join("\n\n"), "{inserted}");
        assert_eq!(
            aside_of(&article, text).map(|aside| aside.0),
            Some(reason),
            "{inserted}"
        );
    }
}

#[test]
fn the_next_article_of_an_endless_page_is_another_one() {
    let next = paragraphs(|text| format!("<p>{}</p>", text.replace("Queria", "Ostrava")));
    let body = format!(
        "{}<article><h1>Ferries run again</h1>{next}</article>",
        usual("")
    );
    let article = page("<title>Gauges to be read together</title>", &body);
    assert_eq!(article.body().text, TEXT.join("\n\n"));
    assert_eq!(
        aside_of(&article, "Ostrava met").map(|aside| aside.1),
        Some(&Cause::NextArticle)
    );
}

#[test]
fn a_text_that_a_script_would_show_is_found() {
    let body = format!("<p>Please wait.</p><div hidden id=S:0>{}</div>", usual(""));
    assert_eq!(page("", &body).body().text, TEXT.join("\n\n"));
}

#[test]
fn a_text_that_stands_there_only_for_machines_is_read() {
    let text = TEXT.join("\\n");
    let linked = format!(
        r#"<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Gauges", "articleBody": "{text}"}}</script>"#
    );
    let article = page(&linked, "<div id=app></div>");
    assert_eq!(article.title(), "Gauges");
    assert_eq!(article.body().text, TEXT.join("\n\n"));
}

#[test]
fn text_broken_by_line_breaks_alone_and_markup_that_is_never_closed() {
    let breaks = format!("<h1>Gauges</h1><div>{}</div>", TEXT.join("<br><br>"));
    assert_eq!(page("", &breaks).body().text, TEXT.join("\n\n"));
    let open = format!("<div><h1>Gauges<p>{}", TEXT.join("<p>"));
    assert!(page("", &open).body().text.contains(TEXT[4]));
}

#[test]
fn malay_is_not_taken_for_indonesian() {
    let html = "<html lang=ms-MY><body><p>Kerajaan negeri itu mengumumkan bahawa pihaknya akan menaik taraf stesen lama \
                di bandar, kata menteri berkenaan kepada pemberita pada hari Selasa.</p></body></html>";
    let read = read_bytes("page.html", html.into(), &ReadOptions::today()).unwrap();
    let language = read.article.fields.language.unwrap();
    assert_eq!(language.value, "ms-MY");
}

#[test]
fn a_page_that_a_script_would_fill_says_so() {
    let html = "<html><head><meta property=og:title content=\"Talks\"></head><body><div id=app></div></body></html>";
    let read = read_bytes("page.html", html.into(), &ReadOptions::today()).unwrap();
    assert_eq!(read.article.title(), "Talks");
    assert_eq!(read.remarks, [Message::new("remark-no-text")]);
}

#[test]
fn a_deep_tree_is_read_without_harm() {
    let deep = 900;
    let body = format!(
        "{}{}{}",
        "<div>".repeat(deep),
        usual(""),
        "</div>".repeat(deep)
    );
    assert!(page("", &body).body().text.contains(TEXT[0]));
}

#[test]
fn nothing_that_a_page_shows_is_lost() {
    let article = page(
        "",
        &usual("<div>An odd line of its own</div><button>Print</button>"),
    );
    for text in TEXT.iter().chain(&[
        "Home",
        "World",
        "An odd line of its own",
        "Print",
        "© 2026 Queria Today",
    ]) {
        assert!(
            article
                .blocks()
                .iter()
                .any(|block| block.text.contains(text)),
            "{text}"
        );
    }
}
