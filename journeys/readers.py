"""What real readers make of a node: feedparser of feeds, extruct of pages, lxml of sitemaps.

readers.py feeds|pages ADDRESS...      readers.py sitemaps SCHEMA ADDRESS...
Prints one JSON value: what was read by address. Judges nothing; the journeys do.
"""

import json
import sys
from urllib.request import urlopen

import extruct
import feedparser
from lxml import etree

FEED = ["title", "link", "language", "subtitle", "updated"]
ENTRY = ["title", "link", "id", "published", "updated", "author", "summary"]


def fetched(address):
    with urlopen(address, timeout=20) as answer:
        return answer.read()


def picture(entry):
    """The address of an entry's picture: Media RSS's in RSS, an enclosure in Atom."""
    found = entry.get("media_content", []) + entry.get("enclosures", [])
    return next((each.get("url") or each.get("href") for each in found), None)


def feed(address):
    read = feedparser.parse(address)
    return {
        "version": read.version,
        "wrong": str(read.get("bozo_exception", "")),
        "feed": {key: read.feed.get(key) for key in FEED},
        "entries": [
            {**{key: entry.get(key) for key in ENTRY}, "picture": picture(entry)} for entry in read.entries
        ],
    }


def page(address):
    html = fetched(address).decode()
    return extruct.extract(html, base_url=address, syntaxes=["json-ld", "opengraph"], uniform=True)


def schema_of(path):
    """sitemaps.org's schema, which allows other vocabularies but only those that it was given: here
    they are let through, and judged by tests of our own."""
    with open(path, "rb") as file:
        return etree.XMLSchema(etree.fromstring(file.read().replace(b'"strict"', b'"lax"')))


def sitemap(schema, address):
    tree = etree.fromstring(fetched(address))
    schema.validate(tree)
    return [f"line {error.line}: {error.message}" for error in schema.error_log]


def main(what, *rest):
    if what == "feeds":
        read = {address: feed(address) for address in rest}
    elif what == "pages":
        read = {address: page(address) for address in rest}
    elif what == "sitemaps":
        schema = schema_of(rest[0])
        read = {address: sitemap(schema, address) for address in rest[1:]}
    else:
        sys.exit(__doc__)
    json.dump(read, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
