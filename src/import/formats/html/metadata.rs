//! What a page declares of itself: linked data first, then meta elements, then marks in its text.

use dom_query::Document;

use super::opinions::plain;
use super::{json_ld, moment};
use crate::import::content::Declared;

/// What a page declares.
pub(super) struct Metadata {
    /// The headline with which the outlet passes the article on; `declared` has that of its linked data.
    pub given: Option<String>,
    /// The fields, each from the first place that has it.
    pub declared: Declared,
    /// The article's text, where the page repeats it for machines.
    pub text: Option<String>,
}

/// Meta elements by name or property, the more reliable ones first.
const HEADLINE: [&str; 4] = ["og:title", "twitter:title", "parsely-title", "dc.title"];
const OUTLET: [&str; 5] = [
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "apple-mobile-web-app-title",
];
const AUTHOR: [&str; 10] = [
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "cxenseparse:author",
    "citation_author",
    "byl",
    "content_author",
];
const EDITOR: [&str; 2] = ["content_editor", "editor"];
const PUBLISHED: [&str; 17] = [
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "content_publisheddate",
    "publishdate",
    "publish_date",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
    "citation_date",
];

/// Reads all that a page declares.
pub(super) fn read(document: &Document) -> Metadata {
    let metas = metas(document);
    let all = |names: &[&str]| -> Vec<String> {
        names
            .iter()
            .flat_map(|name| metas.iter().filter(move |(key, _)| key == name))
            .map(|(_, value)| value.clone())
            .collect()
    };
    let mut titles = all(&HEADLINE);
    let given = titles.first().cloned();
    titles.extend(page_title(document));
    let (mut declared, text) = json_ld::read(document, &titles);
    declared.headline = declared.headline.or_else(|| titles.last().cloned());
    let site_name = all(&OUTLET).into_iter().next();
    // The linked data often has the company: "Queria Today Media Ltd".
    let company = |name: &String| {
        let outlet = declared.outlet.as_deref().unwrap_or_default();
        let (outlet, name) = (plain(outlet), plain(name.trim_end_matches(".com")));
        outlet.len() > name.len() && outlet.contains(&name)
    };
    let shorter = site_name.clone().filter(company);
    declared.outlet = shorter
        .or(declared.outlet)
        .or(site_name)
        .or_else(|| site(document, &metas));
    if declared.editor.is_empty() {
        declared.editor = all(&EDITOR).into_iter().take(1).collect();
    }
    declared.published = declared
        .published
        .or_else(|| all(&PUBLISHED).iter().find_map(|date| moment::read(date)))
        .or_else(|| marked_date(document));
    if declared.author.is_empty() {
        declared.author = all(&AUTHOR).into_iter().take(1).collect();
    }
    if declared.author.iter().all(|name| is_address(name)) {
        declared.author = marked_authors(document);
    }
    declared.language = declared.language.or_else(|| {
        let root = document.html_root();
        root.attr("lang").map(|lang| lang.to_string())
    });
    Metadata {
        given,
        declared,
        text,
    }
}

/// Names and values of the meta elements, names in small letters.
fn metas(document: &Document) -> Vec<(String, String)> {
    document
        .select("meta[content]")
        .nodes()
        .iter()
        .flat_map(|node| {
            let value = node.attr_or("content", "").trim().to_owned();
            ["property", "name", "itemprop", "http-equiv"]
                .into_iter()
                .filter_map(|key| node.attr(key))
                .map(move |name| (name.to_lowercase(), value.clone()))
        })
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

fn page_title(document: &Document) -> Option<String> {
    let title = document.select_single("title").text();
    let title: Vec<&str> = title.split_whitespace().collect();
    (!title.is_empty()).then(|| title.join(" "))
}

/// The host in the address of the page, without its ending: "republika" of `https://republika.co.id/…`.
fn site(document: &Document, metas: &[(String, String)]) -> Option<String> {
    let canonical = document.select_single("link[rel='canonical']");
    let address = canonical
        .attr("href")
        .map(|href| href.to_string())
        .filter(|href| href.contains("//"));
    let address = address.or_else(|| {
        let own = metas
            .iter()
            .find(|(key, _)| key == "og:url" || key == "twitter:url");
        own.map(|(_, value)| value.clone())
    })?;
    let (_, rest) = address.split_once("//")?;
    let host = rest.split(['/', '?', ':']).next()?;
    Some(host.trim_start_matches("www.").to_owned()).filter(|host| host.contains('.'))
}

/// The first date that an element of the text carries for machines.
fn marked_date(document: &Document) -> Option<crate::model::Moment> {
    for selector in [
        "[itemprop='datePublished']",
        "time[pubdate]",
        "article time[datetime]",
        "time[datetime]",
    ] {
        for node in document.select(selector).nodes() {
            let value = node
                .attr("datetime")
                .or_else(|| node.attr("content"))
                .or_else(|| node.attr("title"));
            let found = value
                .and_then(|value| moment::read(&value))
                .or_else(|| moment::read(&node.text()));
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// Names that elements of the text mark as the author's.
fn marked_authors(document: &Document) -> Vec<String> {
    for selector in [
        "[itemprop='author'] [itemprop='name']",
        "[itemprop='author']",
        "[rel='author']",
    ] {
        let mut names: Vec<String> = Vec::new();
        for node in document.select(selector).nodes() {
            let text = node.attr("content").unwrap_or_else(|| node.text());
            let name: Vec<&str> = text.split_whitespace().collect();
            let name = name.join(" ");
            if (1..=60).contains(&name.chars().count())
                && !names.contains(&name)
                && !is_address(&name)
            {
                names.push(name);
            }
        }
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}

/// An address on the web where a name is asked for.
fn is_address(name: &str) -> bool {
    name.contains("://") || name.contains("www.") || name.contains(".com/")
}
