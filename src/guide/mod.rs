//! The guide: concepts, a page an analyzer, how to extend, and a recipe for each kind of user.

#[doc = include_str!("concepts.md")]
pub mod concepts {}

#[doc = include_str!("attribution.md")]
pub mod attribution {}

#[doc = include_str!("quantity.md")]
pub mod quantity {}

#[doc = include_str!("loaded.md")]
pub mod loaded {}

#[doc = include_str!("extending.md")]
pub mod extending {}

#[doc = include_str!("recipes.md")]
pub mod recipes {}

/// The design of the crate, its measures and their commands.
#[doc = include_str!("../../DESIGN.md")]
pub mod design {}
