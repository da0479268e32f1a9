"""Texts to draw from: ordinary reports, and characters that have broken other programs."""

from hypothesis import strategies as st

WORDS = (
    "Mr. U.S. Moscow's Moscow’s don't 20,000 3.5 15-16 $5 20% (yes) “Quote.” ‘x’ … ... — "
    "T-72 e\u0301te\u0301 東京 👨‍👩‍👧 🇩🇪 "
    "No. St. Inc. J. He a.m. ? ?” ! well-known a@b.co https://x.org/a. 10am 5km \u200b \ufeff \u0301 ' '' ’s -- . ,"
).split(" ")
reports = st.lists(
    st.tuples(
        st.sampled_from(WORDS) | st.text(max_size=5),
        st.sampled_from([" ", " ", " ", "\n", "\r\n", "\n\n", "\u00a0", ""]),
    ),
    max_size=30,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))
