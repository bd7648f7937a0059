//! Text for HTML: harmless, and without a character that could be markup.

use std::fmt::{self, Write};

use crate::render::text::harmless;

/// Shows text so that it is text anywhere in a page: between tags and inside a quoted attribute.
pub(super) struct Text<'t>(pub(super) &'t str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars().filter_map(harmless) {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_could_be_markup() {
        let text = "<script>alert(\"a\" & 'b')</script>\u{0}\u{202e}\r\n";
        assert_eq!(Text(text).to_string(), "&lt;script&gt;alert(&quot;a&quot; &amp; &#39;b&#39;)&lt;/script&gt;␀�  ");
    }
}
