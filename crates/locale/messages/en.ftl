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

# Heading of the words on what others may do with the newspaper's texts.
reuse = Reuse of our texts

# Spoken after a link that leaves the newspaper's site.
external-link = external link

# Opens the list of sections on a narrow screen.
menu = Menu

# Switches the page to light letters on dark paper.
night-theme = Night theme

# Button: one step larger.
text-larger = Larger text

# Button: one step smaller.
text-smaller = Smaller text

# Name of the group of buttons for theme, text size, sharing and printing, for screen readers.
reader-tools = Reading tools

# Link at the foot of a long page: jumps to its head.
back-to-top = Back to top

# Foot of a printed page: where it came from. $url is its address.
printed-from = Printed from { $url }

# Foot of each page. YEAR prints the year in your digits; $paper is the publisher's name.
copyright = © { YEAR($year) } { $paper }

# Foot of each page: who answers for the newspaper. $publisher is a name.
published-by = Published by { $publisher }

# Heading of the links to the newspaper in social networks.
follow-us = Follow us

# One of those links. $network is a proper name: X, YouTube, Telegram.
follow-on = Follow us on { $network }

# Link to the newspaper's app. $network is a shop's proper name: App Store, Google Play.
get-app = Get the app on { $network }

## Sharing

# Heading of the links and buttons that pass an article on.
share = Share

# One of those links. $network is a proper name: X, Facebook, Telegram, WhatsApp.
share-on = Share on { $network }

# Link that opens the reader's e-mail program.
share-mail = Send by e-mail

# Button that opens the telephone's own sheet with all its ways of sharing.
share-system = More ways to share

# Button: puts the article's address on the clipboard.
copy-link = Copy link

# Said for a moment when that is done.
link-copied = Link copied

# Said for a moment when the browser refused it.
link-not-copied = The link could not be copied

# Button: prints the page.
print-page = Print

## Search

# Link to the search, and its name.
search = Search

# In the empty field and above it.
search-prompt = What are you looking for?

# Button: starts the search.
search-submit = Find

# Button: closes the search over a page.
search-close = Close the search

# How many stories were found.
search-count = { PLURAL($count) ->
    [one] { $count } story found
   *[other] { $count } stories found
}

# Instead of it where there are more than can be shown. $count is 200.
search-capped = { PLURAL($count) ->
    [one] The best match is shown. Add a word to narrow the search.
   *[other] The { $count } best matches are shown. Add a word to narrow the search.
}

# Nothing was found. $query is what was typed.
search-none = Nothing was found for “{ $query }”

# Below it, and on the page of the search before anything is typed.
search-hint = Check the spelling, try fewer words, or words with a wider meaning.

# Link on the page of results: to the better hits before these.
search-previous = Previous results

# Link on the page of results: to the hits after these.
search-next = Further results

# The search cannot answer just now; the rest of the site can.
search-away = Search is not available at the moment. Please try again in a few minutes, or look in the sections and the archive.

## Front page and sections

# Heading of the newest stories.
latest = Latest

# Heading of the newest stories beside an article.
most-recent = Most recent

# Link below a section's strip on the front page. $section is the section's name.
more-in = All stories in { $section }

# Shown in place of a list without stories.
list-empty = There are no stories here yet.

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

## Topics, authors, sources, archive, corrections

# Above the name of a topic, at the head of its page.
topic-label = Topic

# Above the name of an author, at the head of that page.
author-label = Author

# Shown in place of an author's stories.
author-empty = There are no stories by this author yet.

# Above the name of a medium or body that stories cite, at the head of its page.
source-label = Source

# Link to that source's own site.
source-home = The source’s own site

# Heading of the stories that cite it. $source is its name.
source-cites = Stories that cite { $source }

# Link to exactly the page that an article cites.
cited-page = the page cited

# Link to the archive, and its heading.
archive = Archive

# Shown in place of a day, month or year without stories.
archive-empty = Nothing was published in this period.

# Name of the list of years, for screen readers.
archive-year = Years

# Name of the list of months, for screen readers.
archive-months = Months

# Name of the list of days, for screen readers.
archive-days = Days

# Before the link to the day, month or year before, for screen readers.
previous-period = Earlier

# Before the link to the day, month or year after, for screen readers.
next-period = Later

# Link to the page of all corrections, and its heading.
corrections-log = Corrections and clarifications

# Under that heading.
corrections-log-text = When we get something wrong, we put it right in the story and say so here.

# Shown where there are none.
corrections-empty = No corrections have been published yet.

# Before the headline of the story that was corrected.
correction-of = Correction to

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

# Name of the article's facts (author, dates), for screen readers.
article-details = About this article

# How long an average reader needs for it.
reading-time = { PLURAL($minutes) ->
    [one] { $minutes }-minute read
   *[other] { $minutes }-minute read
}

# Link to the story that was published after this one in its section.
newer-story = Next story

# Link to the story that was published before it.
older-story = Previous story

# Under an opinion.
opinion-note = The views expressed here are the author’s and not necessarily those of the newspaper.

# Above partner content. It must be unmistakable.
partner-note = This text was paid for by a partner. The newsroom had no part in it.

# Before the headline of partner content where only words can be shown, as in feeds.
partner-prefix = Paid partner content:

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

# Link to a feed, in the footer.
feed-link = RSS feed

# Description of the newspaper's feed. $paper is its name.
feed-description = The latest from { $paper }

# Title of a section's feed. $paper is the newspaper's name, $section the section's.
feed-of-section = { $paper }: { $section }

# Title of a topic's feed. $paper is the newspaper's name, $topic the topic's.
feed-of-topic = { $paper }: { $topic }

# Title of an author's feed. $paper is the newspaper's name, $author the author's.
feed-of-author = { $paper }: { $author }
