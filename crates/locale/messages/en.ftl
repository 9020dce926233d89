### The words of the reader's pages in English, and the original that every other
### language's file is checked against. Each message has a sentence for its translator.
### A choice by number is written with PLURAL and names each plural form of the language.

## Dates and lists

# Joins a date ("21 July 2025") and a time of day ("18:37") as newspapers print them.
date-and-time = { $date } { $time }

# Before an article: who wrote it. $names is a finished list, "Ada Wong and Ben Ali".
byline = By { $names }

# Who translated an article. $names is a finished list of names.
credit-translator = Translated by { $names }

# Who took an article's pictures. $names is a finished list of names.
credit-photographer = Photographs by { $names }

# Who edited an article. $names is a finished list of names.
credit-editor = Edited by { $names }

# Before an article: when it first appeared. $moment is a finished date and time.
published = Published { $moment }

# Before an article: when editors last changed it in a way readers should know of.
updated = Updated { $moment }

## Every page

# First link of a page, seen only by keyboard and screen reader: jumps to the text.
skip-to-content = Skip to content

# Name of the navigation with the newspaper's sections, for screen readers.
site-navigation = Sections

# Name of the switch between languages, for screen readers.
language-switch = Languages

# Name of the path from the front page to this one, for screen readers.
breadcrumb = You are here

# First step of that path and link on the error pages: the front page.
front-page = Front page

# Title of a page in the browser's tab. $page is a headline or a section's name, $paper the newspaper's.
page-title = { $page } – { $paper }

# Name of the footer's list of links, for screen readers.
footer-navigation = About this site

# Link to the edition's RSS feed. A proper name of the format in most languages.
feed-link = RSS feed

# Heading of the words on what others may do with the newspaper's texts.
reuse = Reuse of our texts

# Spoken after a link that leaves the newspaper's site.
external-link = external link

## Front page and sections

# Heading of the newest stories.
latest = Latest

# Heading of a section's subsections, $section being the section's name.
subsections = More in { $section }

# Shown in place of a front page without stories.
front-empty = Nothing has been published here yet. The first stories will appear on this page.

# Shown in place of a section without stories.
section-empty = There are no stories in this section yet.

# Name of the links between the pages of a list, for screen readers.
paging = Pages

# Link to the next page of a list: its older stories.
next-page = Older stories

# Link back to the first page of a list: its newest stories.
first-page = Newest stories

# How many stories a list has.
story-count = { PLURAL($count) ->
    [one] { $count } story
   *[other] { $count } stories
}

## Kinds of article: a label before the headline. News has none.

# Label: the author's own view, not the newspaper's.
kind-opinion = Opinion

# Label: questions and answers.
kind-interview = Interview

# Label: background that explains a subject.
kind-explainer = Explainer

# Label: a long piece of reporting.
kind-long-read = Long read

# Label: a story told in photographs.
kind-picture-story = Picture story

# Label: a film.
kind-video = Video

# Label: a recording to listen to.
kind-audio = Audio

# Label: events reported as they happen.
kind-live = Live

# Label: somebody else's announcement, printed as it came.
kind-press-release = Press release

# Label: paid for by a company. It must be unmistakable; use the term that your law asks for.
kind-partner-content = Paid partner content

## Articles

# Heading of the list of corrections under an article.
corrections = Corrections

# Before a correction: when it was made. $moment is a finished date and time.
corrected = Corrected { $moment }

# Heading of the list of media and documents that an article draws on.
sources = Sources

# Heading of the list of subjects, people and places that an article is about.
topics = Topics

# Heading of further stories under an article. $section is a section's name.
more-from = More from { $section }

# Heading of the links to the same article in other languages.
translations = Read in other languages

# Says where an article comes from that another publisher wrote. $names is a list of names, mostly of one.
first-published-by = First published by { $names }

# Name of the article's facts (author, dates), for screen readers.
article-details = About this article

## Embedded posts, films and documents: shown as a link that names where it leads.

# Link to a film or a broadcast. $provider is a site's name, such as YouTube.
embed-watch = Watch on { $provider }

# Link to music or a podcast. $provider is a site's name, such as SoundCloud.
embed-listen = Listen on { $provider }

# Link to a post in a social network. $provider is its name.
embed-read = Read on { $provider }

# Link to anything else: a map, a chart, a document. $provider is a site's name.
embed-view = View on { $provider }

## Pages that say what is wrong, and what to do.

# Heading, status 404: the address leads nowhere.
not-found-title = There is no page at this address

# Under that heading.
not-found-text = The link may be old, or a letter in the address may be wrong. What you are looking for may be on the front page or in one of the sections.

# Heading, status 410: an article that was withdrawn.
gone-title = This article is no longer available

# Under that heading: the editors took it down, or its time was over.
gone-text = It was published here and has been withdrawn. Its address will not be used for anything else.

# Instead of it, where the article was wrong beyond correction.
gone-retracted-text = It was published here and has been retracted, because it did not meet our standards.

# Instead of it, where a court or the law asked for it.
gone-legal-text = It was published here and has been removed for legal reasons.

# Heading, status 500: a fault of ours.
fault-title = Something went wrong on our side

# Under that heading.
fault-text = The page could not be shown. The fault has been recorded. Please try again in a few minutes.

# Heading, status 503: the server is busy, or its database cannot be reached.
busy-title = This page cannot be shown just now

# Under that heading.
busy-text = Too much is going on at once. Please load the page again in a minute.

# Heading, status 400: an address or a request that makes no sense.
bad-request-title = This address cannot be read

# Under that heading.
bad-request-text = It holds characters that no address of ours has. Please check it, or begin at the front page.

# Heading, status 405: a page was asked for in a way that it does not answer.
wrong-method-title = This page can only be read

# Under that heading.
wrong-method-text = What you sent was not taken. Please open the page again, or begin at the front page.

## Feeds

# Title of the newspaper's feed. $paper is its name.
feed-title = { $paper }

# Description of the newspaper's feed. $paper is its name.
feed-description = The latest from { $paper }
