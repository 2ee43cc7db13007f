"""The language of a text, by its small words."""

import pytest

from toolkit.dates.language import foreign, language, languages

TEXTS = {
    "en": "The governor said on Monday that the bridge was closed and that it would be open again in a week.",
    "de": "Der Gouverneur sagte am Montag, dass die Brücke gesperrt ist und nicht vor dem Ende der Woche aufgeht.",
    "fr": "Le gouverneur a dit lundi que le pont est fermé et que les travaux ne sont pas finis, selon la préfecture.",
    "es": "El gobernador dijo el lunes que el puente está cerrado y que no se abre hasta el lunes, según él.",
    "it": "Il governatore ha detto lunedì che il ponte è chiuso e che non si apre prima della fine della settimana.",
    "pl": "Gubernator powiedział w poniedziałek, że most jest zamknięty i że to nie jest wszystko, ale to się zmieni.",
    "uk": "Губернатор сказав у понеділок, що міст закрито і що його не відкриють, але це ще не все.",
    "ru": "Губернатор сказал в понедельник, что мост закрыт и что он не откроется до конца недели, но это ещё не всё.",
    "Chinese": "州长星期一说，大桥已经关闭，一周内不会开放。",
    "Arabic": "قال المحافظ يوم الاثنين إن الجسر مغلق ولن يفتح قبل نهاية الأسبوع.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_the_language(code, text):
    assert language(text) == code
    assert bool(foreign(text)) is (code != "en")


@pytest.mark.parametrize(
    "text", ["", " ", "42", "KYIV", "Trump, Zelensky, Macron: Alaska, Anchorage", "\ud800", "?" * 99]
)
def test_too_short_to_tell(text):
    assert language(text) == foreign(text) == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "de",
            "Vertreter trafen sich gestern Abend in Kiew, um über Waffenruhe, Gefangene, Getreide zu verhandeln",
        ),
        (
            "Cyrillic",
            "Президент прибув учора ввечері; переговори тривали чотири години, сторони обговорили полонених, зерно",
        ),
        (
            "fi",
            "Kuvernööri kertoi maanantaina sillan olevan suljettu viikon loppuun, kunnes korjaustyöt valmistuvat",
        ),
        (
            "",
            "Donetsk, Luhansk, Zaporizhzhia, Kherson, Dnipro, Kharkiv, Sumy, Odesa, Mykolaiv, Poltava, Chernihiv",
        ),
        (
            "",
            "Rescue crews searched rubble overnight; twelve bodies recovered, forty wounded, mayor told reporters",
        ),
    ],
)
def test_a_text_without_small_words_is_shown_to_a_model_that_may_be_unsure(code, text):
    assert language(text) in ((code, "en") if not code else (code,))


def test_capitals_and_names_do_not_hide_english():
    assert language(TEXTS["en"].upper()) == "en"
    assert language("Donetsk Luhansk Zaporizhzhia Kherson Dnipro " * 5 + TEXTS["en"]) == "en"


def test_every_language_has_words_enough():
    assert all(len(entry["words"].split()) >= 25 for entry in languages().values())
