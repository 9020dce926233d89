//! The floors: a crate uses only crates on floors below its own.

use crate::Package;

/// Which crates stand on which floor, from the ground up.
const FLOORS: [&[&str]; 8] = [
    &["domain"],
    &["document", "locale"],
    &["store"],
    &["search", "media", "fetch"],
    &["desk", "press"],
    &["reach", "exchange"],
    &["site", "newsroom"],
    &["masthead"],
];

/// Tools beside the house. They may use any floor; no floor may need them to be built.
const OUTSIDE: [&str; 3] = ["bench", "rig", "xtask"];

/// Names that say nothing of what a crate is for.
const NAMELESS: [&str; 6] = ["util", "utils", "common", "helpers", "misc", "shared"];

/// Everything about `packages` that breaks the plan of the house, one sentence each.
pub fn complaints(packages: &[Package]) -> Vec<String> {
    packages.iter().flat_map(of_one).collect()
}

fn of_one(package: &Package) -> Vec<String> {
    let name = package.name.as_str();
    if name.split(['-', '_']).any(|part| NAMELESS.contains(&part)) {
        return vec![format!("{name}: no crate exists for sharing; name it after what it is about")];
    }
    if OUTSIDE.contains(&name) {
        return Vec::new();
    }
    let Some(own) = floor(name) else {
        return vec![format!("{name} stands on no floor; give it one in xtask/src/floors.rs")];
    };
    let needs = package.needs.iter().map(String::as_str);
    needs.filter_map(|need| wrong(name, own, need)).collect()
}

fn wrong(name: &str, own: usize, need: &str) -> Option<String> {
    if OUTSIDE.contains(&need) {
        return Some(format!("{name} needs {need}, which is outside the floors; tests alone may use it"));
    }
    let theirs = floor(need)?;
    (theirs >= own).then(|| format!("{name} on floor {own} needs {need} on floor {theirs}"))
}

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|crates| crates.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, needs: &[&str]) -> Package {
        let needs = needs.iter().map(|need| (*need).to_owned()).collect();
        Package { name: name.into(), manifest: "Cargo.toml".into(), needs }
    }

    #[test]
    fn needing_what_lies_below_or_comes_from_outside_is_right() {
        let house = [package("store", &["domain", "document", "serde"]), package("bench", &["masthead"])];
        assert_eq!(complaints(&house), Vec::<String>::new());
    }

    #[test]
    fn needing_a_neighbour_or_the_floor_above_is_wrong() {
        let house = [package("press", &["desk"]), package("domain", &["store"]), package("store", &["rig"])];
        assert_eq!(
            complaints(&house),
            [
                "press on floor 4 needs desk on floor 4",
                "domain on floor 0 needs store on floor 2",
                "store needs rig, which is outside the floors; tests alone may use it",
            ]
        );
    }

    #[test]
    fn a_crate_without_a_floor_or_a_meaning_is_wrong() {
        let found = complaints(&[package("attic", &[]), package("store-utils", &[])]);
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("attic stands on no floor") && found[1].starts_with("store-utils: "));
    }
}
