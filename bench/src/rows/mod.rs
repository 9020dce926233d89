//! One module for each kind of measurement; each returns the lines it gives to the table.

pub(crate) mod archive;
pub(crate) mod html;
pub(crate) mod node;
pub(crate) mod pages;
pub(crate) mod pictures;
pub(crate) mod publish;
pub(crate) mod search;

use crate::{cost::Cost, house::House};

/// What is told of the time that went by.
fn wall(cost: Cost) -> String {
    format!("wall {:.2} ms", cost.wall.as_secs_f64() * 1e3)
}

/// A house in a line's name.
fn of(house: &House) -> String {
    format!("{}, {} articles", house.place, house.articles)
}
