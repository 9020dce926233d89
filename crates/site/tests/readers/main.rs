//! The site with a real store, desk and press, asked as readers ask.

mod addresses;
mod facts;
mod house;
mod lists;
mod protocol;
mod server;
