"""The tokenizer: spaCy's English one, moved to where the treebanks cut words."""

import re

from spacy.lang.char_classes import HYPHENS
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

# "re-elected" and "mid-June" are one word in the treebanks; "10-day" and "F-16" are three.
_PREFIXES = (
    "anti|co|counter|de|e|ex|extra|inter|intra|mid|mini|mis|multi|non|over|post|pre|pro"
    "|quasi|re|semi|sub|un|under"
)


def fit_tokenizer(nlp: Language) -> None:
    """Cut at every hyphen between letters or digits, save after a mere prefix."""
    infixes = [x for x in nlp.Defaults.infixes if HYPHENS not in x]
    infixes.append(rf"(?<=[^\W_])(?:{HYPHENS})(?=[^\W\d_])")
    infixes.append(rf"(?<=[^\W\d_])(?:{HYPHENS})(?=\d)")
    infixes.append(r"(?<=\d)[–—](?=[\d$£€])")
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    suffixes = [*nlp.Defaults.suffixes, r"(?<=\d)(?:bn|tn|mn|pc|hp|kt|nm)"]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    nlp.tokenizer.token_match = re.compile(rf"(?i)(?:{_PREFIXES})-(?:[^\W\d_]+|\d\d\d\ds?)$").match
