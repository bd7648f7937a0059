//! Plainer wordings in the form of the words they replace: *slammed* → *criticised*, *hordes* → *crowds*.

use std::borrow::Cow;

use super::mark::{Context, Mark, Source};
use crate::document::VerbForm;
use crate::lexicon::{PartOfSpeech, inflect};
use crate::wording::Wording;

/// The form the replacement must have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Base,
    Third,
    Gerund,
    Past,
    Participle,
    Plural,
}

impl Form {
    pub(super) const COUNT: usize = 6;
}

/// The alternatives of the entry behind a mark, in the form of the marked words.
pub(super) fn agree(context: Context<'_>, mark: &Mark<'_>) -> Cow<'static, [Wording]> {
    match mark.source {
        Some(Source::BuiltIn(known)) => Cow::Borrowed(known.alternatives(|| form(context, mark))),
        Some(Source::Own(entry)) => {
            let form = form(context, mark);
            entry.alternatives().map(|text| inflected(text, form).unwrap_or_else(|| text.to_owned()).into()).collect()
        }
        None => Cow::Borrowed(&[]),
    }
}

/// The form of the marked words, where the entry is a verb or noun.
fn form(context: Context<'_>, mark: &Mark<'_>) -> Form {
    let Some(source) = mark.source else { return Form::Base };
    let parts = source.parts_of_speech();
    let first = mark.tokens.start();
    let tag = context.tags.get(first).copied().unwrap_or_default();
    let phrase = source.phrase();
    if parts.contains(PartOfSpeech::Verb) && tag.is_verbal() {
        let base = phrase.split(' ').next().unwrap_or_default();
        if context.document.word(first).eq_ignore_ascii_case(base) && tag.form != Some(VerbForm::Vbd) {
            return Form::Base;
        }
        return match tag.form {
            Some(VerbForm::Vbz) => Form::Third,
            Some(VerbForm::Vbg) => Form::Gerund,
            Some(VerbForm::Vbd) => Form::Past,
            Some(VerbForm::Vbn) => Form::Participle,
            _ => Form::Base,
        };
    }
    let last = mark.tokens.end().saturating_sub(1);
    let word = context.document.word(last);
    let base = phrase.rsplit([' ', '-']).next().unwrap_or_default();
    let is_plural = !word.eq_ignore_ascii_case(base) && (word.ends_with('s') || word.ends_with("men"));
    if parts.contains(PartOfSpeech::Noun) && is_plural { Form::Plural } else { Form::Base }
}

/// A phrase with its head in another form: the first word of a verb, the last of a noun. `None` if the base form will do.
pub(super) fn inflected(phrase: &str, form: Form) -> Option<String> {
    let (before, head, after) = match form {
        Form::Base => return None,
        Form::Plural => match phrase.split_once(" of ") {
            Some((head, _)) => (0, head, &phrase[head.len()..]),
            None => {
                let start = phrase.rfind([' ', '-']).map_or(0, |at| at + 1);
                (start, &phrase[start..], "")
            }
        },
        _ => {
            let end = phrase.find(' ').unwrap_or(phrase.len());
            (0, &phrase[..end], &phrase[end..])
        }
    };
    let pos = if form == Form::Plural { PartOfSpeech::Noun } else { PartOfSpeech::Verb };
    let mut forms = Vec::new();
    inflect(head, pos, &mut |form| forms.push(form.to_owned()));
    let others = || forms.iter().filter(|word| !word.ends_with("ing") && !word.ends_with('s'));
    let chosen = match form {
        Form::Base => None,
        Form::Plural => forms.first(),
        Form::Third => forms.iter().find(|word| word.ends_with('s')),
        Form::Gerund => forms.iter().find(|word| word.ends_with("ing")),
        Form::Past => others().next(),
        Form::Participle => others().next_back(),
    }?;
    Some(format!("{}{chosen}{after}", &phrase[..before]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_take_the_form() {
        let rows = [
            ("criticise", Form::Past, "criticised"),
            ("speak against", Form::Past, "spoke against"),
            ("speak against", Form::Participle, "spoken against"),
            ("say", Form::Third, "says"),
            ("cut back", Form::Gerund, "cutting back"),
            ("crowd", Form::Plural, "crowds"),
            ("police officer", Form::Plural, "police officers"),
            ("member of parliament", Form::Plural, "members of parliament"),
        ];
        for (phrase, form, expected) in rows {
            assert_eq!(inflected(phrase, form).as_deref(), Some(expected), "{phrase} as {form:?}");
        }
        assert_eq!(inflected("criticise", Form::Base), None, "the base form will do");
    }
}
