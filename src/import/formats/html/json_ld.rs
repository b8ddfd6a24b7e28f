//! What a page declares of itself as linked data: JSON-LD in the terms of schema.org.

use std::cmp::Ordering;

use dom_query::Document;
use serde_json::{Map, Value};

use super::headline::likeness;
use super::moment;
use crate::import::content::Declared;

/// Most nested lists and objects that are looked into.
const MAX_DEPTH: usize = 8;

/// What the page's linked data says of the article with one of these titles, and the article's text where it is there too.
pub(super) fn read(document: &Document, titles: &[String]) -> (Declared, Option<String>) {
    let mut objects: Vec<Map<String, Value>> = Vec::new();
    for script in document.select("script[type*='ld+json']").nodes() {
        if let Some(value) = parse(&script.text()) {
            collect(value, 0, &mut objects);
        }
    }
    let Some(article) = main_article(&objects, titles) else {
        return (Declared::default(), None);
    };
    let text = |key: &str| article.get(key).and_then(string);
    let all = |value: &Value| names(value, &objects);
    let names = |key: &str| article.get(key).map_or_else(Vec::new, all);
    let declared = Declared {
        headline: text("headline").or_else(|| text("name")),
        deck: text("alternativeHeadline"),
        outlet: names("publisher")
            .into_iter()
            .next()
            .or_else(|| names("sourceOrganization").into_iter().next()),
        author: article
            .get("author")
            .map_or_else(Vec::new, |value| all(&people(value))),
        desk: names("author"),
        editor: names("editor"),
        published: text("datePublished")
            .or_else(|| text("dateCreated"))
            .and_then(|date| moment::read(&date)),
        language: text("inLanguage"),
        bylines: Vec::new(),
    };
    (declared, text("articleBody"))
}

/// JSON as pages write it: within comments, with line breaks in strings.
fn parse(text: &str) -> Option<Value> {
    let text = text.trim();
    let text = ["<!--", "<![CDATA[", "//<![CDATA["]
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
        .unwrap_or(text);
    let text = ["-->", "]]>", ";"]
        .iter()
        .find_map(|mark| text.trim_end().strip_suffix(mark))
        .unwrap_or(text)
        .trim_end_matches("//");
    serde_json::from_str(text)
        .or_else(|_| serde_json::from_str(&text.replace(char::is_control, " ")))
        .ok()
}

/// All objects that are entries of the page, out of lists, graphs and pages about them.
fn collect(value: Value, depth: usize, objects: &mut Vec<Map<String, Value>>) {
    if depth > MAX_DEPTH {
        return;
    }
    match value {
        Value::Array(values) => {
            for value in values {
                collect(value, depth + 1, objects);
            }
        }
        Value::Object(mut object) => {
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if object
                    .get(key)
                    .is_some_and(|inner| inner.is_array() || inner.is_object())
                    && let Some(inner) = object.remove(key)
                {
                    collect(inner, depth + 1, objects);
                }
            }
            objects.push(object);
        }
        _ => {}
    }
}

/// The object that is the article: by its type, then by its headline, since pages declare the articles that they link
/// to as well.
fn main_article<'o>(
    objects: &'o [Map<String, Value>],
    titles: &[String],
) -> Option<&'o Map<String, Value>> {
    let is_article = |object: &&Map<String, Value>| {
        types(object)
            .iter()
            .any(|kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report")
    };
    let like = |object: &Map<String, Value>| {
        let own = object.get("headline").and_then(string).unwrap_or_default();
        let like = titles
            .iter()
            .map(|title| likeness(&own, title))
            .fold(0.0, f32::max);
        (like, object.contains_key("datePublished"))
    };
    // Of those that are equally like, the first.
    let articles = objects.iter().filter(is_article).rev();
    let best =
        articles.max_by(|one, two| like(one).partial_cmp(&like(two)).unwrap_or(Ordering::Equal));
    best.or_else(|| {
        objects
            .iter()
            .find(|object| object.contains_key("datePublished") && object.contains_key("headline"))
    })
}

/// Those of the declared authors that are no organisations.
fn people(value: &Value) -> Value {
    let is_organisation = |value: &Value| {
        value.as_object().is_some_and(|object| {
            types(object)
                .iter()
                .any(|kind| kind.ends_with("Organization"))
        })
    };
    match value {
        Value::Array(values) => values
            .iter()
            .filter(|value| !is_organisation(value))
            .cloned()
            .collect(),
        value if is_organisation(value) => Value::Null,
        value => value.clone(),
    }
}

fn types(object: &Map<String, Value>) -> Vec<String> {
    match object.get("@type") {
        Some(Value::String(kind)) => vec![kind.clone()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(string).collect(),
        _ => Vec::new(),
    }
}

/// Text without the entities of HTML, which many sites leave in.
fn unescaped(text: &str) -> String {
    if text.contains('&') && text.contains(';') {
        return Document::fragment(text.replace('<', "&lt;"))
            .text()
            .to_string();
    }
    text.to_owned()
}

fn string(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(unescaped(text.trim())).filter(|text| !text.is_empty()),
        Value::Array(values) => values.first().and_then(string),
        Value::Object(object) => object
            .get("@value")
            .or_else(|| object.get("name"))
            .and_then(string),
        _ => None,
    }
}

/// The names of people or organisations: as text, as objects, or by reference to another object of the page.
fn names(value: &Value, objects: &[Map<String, Value>]) -> Vec<String> {
    match value {
        Value::String(name) => vec![unescaped(name.trim())],
        Value::Array(values) => values
            .iter()
            .flat_map(|value| names(value, objects))
            .collect(),
        Value::Object(object) => {
            if let Some(name) = object.get("name") {
                return match name {
                    Value::Array(all) => all.iter().filter_map(string).collect(),
                    name => string(name).into_iter().collect(),
                };
            }
            let Some(id) = object.get("@id") else {
                return Vec::new();
            };
            objects
                .iter()
                .find(|other| other.get("@id") == Some(id) && other.contains_key("name"))
                .and_then(|other| other.get("name").and_then(string))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}
