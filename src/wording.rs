//! [`Wording`]: text of the crate, or made for one finding.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Text of the crate, borrowed, or text made for one finding. 16 bytes where a `Cow` takes 24: every finding has several, and
/// nearly all are borrowed. Compares, sorts and serialises as its characters do.
#[derive(Clone)]
#[allow(clippy::box_collection)] // A boxed string is one pointer, which is the point.
pub(crate) enum Wording {
    Known(&'static str),
    Made(Box<String>),
}

impl Wording {
    pub(crate) fn as_str(&self) -> &str {
        self
    }
}

impl Deref for Wording {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Known(text) => text,
            Self::Made(text) => text,
        }
    }
}

impl From<&'static str> for Wording {
    fn from(text: &'static str) -> Self {
        Self::Known(text)
    }
}

impl From<String> for Wording {
    fn from(mut text: String) -> Self {
        text.shrink_to_fit();
        Self::Made(Box::new(text))
    }
}

impl PartialEq for Wording {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Wording {}

impl PartialOrd for Wording {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Wording {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl Hash for Wording {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl Serialize for Wording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Wording {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borrowed_and_made_text_are_alike_and_small() {
        let (known, made) = (Wording::from("harbour"), Wording::from("harbour".to_owned()));
        assert_eq!((&known, known.cmp(&made)), (&made, Ordering::Equal));
        assert_eq!(serde_json::to_string(&made).unwrap(), "\"harbour\"");
        assert_eq!(serde_json::from_str::<Wording>("\"harbour\"").unwrap(), known);
        assert_eq!(size_of::<Wording>(), 2 * size_of::<usize>());
    }
}
