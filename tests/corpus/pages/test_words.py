"""The words of a page: what a label says of its day, in the languages that publication days are read in."""

import pytest

from tests.corpus.pages import ADDRESS, BODY, TITLE, day, page, updated

DAY = "2025-06-13"

PUBLISHED = {
    "en": [
        "Published 13 June 2025", "First published: Fri 13 Jun 2025 10.00 BST",
        "Posted on June 13, 2025 by Admin", "Publication date: 2025-06-13",
        "Submitted by admin on Fri, 06/13/2025 - 17:57", "Issued: 13 June 2025",
        "Published: 13 Jun 2025, Updated: 15 Jun 2025",
        "Updated 15 June 2025. Published 13 June 2025",
        "Originally published on June 13, 2025; last updated July 1, 2025",
    ],
    "es": [
        "Publicado el 13 de junio de 2025",
        "Actualizado el 15 de junio de 2025 | Publicado el 13 de junio de 2025",
        "Fecha de publicación: 13/06/2025",
    ],
    "fr": [
        "Publié le 13 juin 2025 - Mis à jour le 15 juin 2025",
        "Mis à jour le 15 juin 2025, publié le 13 juin 2025", "Mise en ligne : 13 juin 2025",
        "Publié le 13/06/2025 à 10:19, modifié le 15/06/2025 à 11:00",
    ],
    "de": [
        "Veröffentlicht am 13. Juni 2025",
        "Aktualisiert am 15. Juni 2025, veröffentlicht am 13. Juni 2025", "Erschienen: 13.06.2025",
        "Online seit: 13.6.2025, zuletzt geändert: 15.6.2025",
        "Dieser Beitrag wurde am 13. Juni 2025 um 14:48 von der Redaktion veröffentlicht",
    ],
    "it": [
        "Pubblicato il 13 giugno 2025",
        "Aggiornato il 15 giugno 2025 - Pubblicato il 13 giugno 2025",
    ],
    "pt": [
        "Publicado em 13/06/2025 às 10h19, atualizado em 15/06/2025",
        "Postado em 13 de junho de 2025",
    ],
    "nl": ["Gepubliceerd op 13 juni 2025", "Geplaatst: 13 juni 2025, bijgewerkt: 15 juni 2025"],
    "pl": ["Opublikowano: 13 czerwca 2025", "Data publikacji: 13.06.2025, aktualizacja: 15.06.2025"],
    "cs": ["Publikováno: 13. června 2025", "Zveřejněno 13. 6. 2025"],
    "uk": [
        "Опубліковано: 13 червня 2025", "Оновлено: 15 червня 2025 Опубліковано: 13 червня 2025",
        "Дата публікації: 13.06.2025",
    ],
    "ru": [
        "Опубликовано: 13 июня 2025", "Обновлено 15 июня 2025 | Опубликовано 13 июня 2025",
        "Дата публикации: 13.06.2025",
    ],
    "bg": ["Публикувано на 13 юни 2025"],
    "sr": ["Објављено: 13. јуна 2025."],
    "hr": ["Objavljeno: 13. lipnja 2025."],
    "tr": [
        "Yayınlanma: 13 Haziran 2025 Cuma 04:17",
        "Giriş: 13.06.2025 - 10:19 Güncelleme: 15.06.2025 - 11:00",
        "13 Haziran 2025 tarihinde yayınlandı",
    ],
    "el": ["Δημοσιεύτηκε: 13 Ιουνίου 2025"],
    "ro": ["Publicat: 13 iunie 2025"],
    "hu": ["Közzétéve: 2025. június 13."],
    "sv": ["Uppdaterad 15 juni 2025 Publicerad 13 juni 2025"],
    "da": ["Publiceret 13. juni 2025"],
    "no": ["Publisert 13. juni 2025, oppdatert 15. juni 2025"],
    "fi": ["Julkaistu 13.6.2025 | Päivitetty 15.6.2025"],
    "et": ["Avaldatud 13. juuni 2025"],
    "lv": ["Publicēts 2025. gada 13. jūnijā"],
    "lt": ["Paskelbta 2025 m. birželio 13 d."],
    "ar": ["نُشر في 13 يونيو 2025", "آخر تحديث: 15 يونيو 2025 تاريخ النشر: 13 يونيو 2025"],
    "fa": ["تاریخ انتشار: ۲۳ خرداد ۱۴۰۴", "تاریخ انتشار : ۱۴۰۴/۰۳/۲۳"],
    "he": ["פורסם: 13 ביוני 2025"],
    "hi": ["प्रकाशित 13 जून 2025 अपडेटेड 15 जून 2025"],
    "bn": ["প্রকাশ: ১৩ জুন ২০২৫"],
    "zh": ["发布时间：2025年6月13日 10:19", "发布于 2025-06-13 更新于 2025-06-15"],
    "ja": ["公開日：2025年6月13日", "2025年6月13日 公開", "公開 2025年6月13日 更新 2025年6月15日"],
    "ko": ["입력 2025.06.13. 오전 8:31 수정 2025.06.15. 오전 9:00", "기사입력 2025.06.13 최종수정 2025.06.15"],
    "vi": ["Cập nhật: 15/06/2025 | Xuất bản: 13/06/2025"],
    "id": ["Terbit: 13 Juni 2025 Diperbarui: 15 Juni 2025"],
    "th": ["เผยแพร่: 13 มิ.ย. 2568"],
}  # fmt: skip
PLAIN = {
    "en": [
        "June 13, 2025 10:00 AM", "By Jane Doe | June 13, 2025",
        "By Jane Doe, Agency, June 13, 2025", "13th June 2025",
        "Politics · 13 June 2025 · 4 min read", "Fri Jun 13 10:00:00 2025", "2025, Jun 13",
        "2025-Jun-13", "06/13/2025", "BOSTON, Friday, June 13, 2025", "BOSTON — June 13, 2025",
        "June 13, 2025 | By A. Writer", "(13 June 2025)",
    ],
    "es": ["13 de junio de 2025 a las 10:19", "Viernes, 13 de junio del 2025"],
    "fr": ["Le 13 juin 2025 à 10h19"],
    "de": ["Freitag, 13. Juni 2025, 10:19 Uhr", "13.06.25"],
    "it": ["13 giugno 2025 alle 10:19"],
    "uk": ["13 червня 2025, 10:19"],
    "ru": ["13 июня 2025 г."],
    "tr": ["13 Haziran 2025 Cuma"],
    "ar": ["13 حزيران 2025", "١٣ يونيو ٢٠٢٥", "13 يونيو/حزيران 2025", "13 جوان 2025"],
    "fa": ["۲۳ خرداد ۱۴۰۴", "جمعه ۲۳ خرداد ۱۴۰۴ - ۱۰:۱۹"],
    "hi": ["१३ जून २०२५", "शुक्रवार, 13 जून 2025"],
    "zh": ["2025年6月13日", "二零二五年六月十三日", "民國114年6月13日"],
    "ja": ["令和7年6月13日", "2025/06/13 10:19"],
    "ko": ["2025년 6월 13일"],
    "vi": ["13 tháng 6 năm 2025", "Thứ sáu, 13/6/2025, 10:00 (GMT+7)"],
    "th": ["13 มิถุนายน 2568"],
}  # fmt: skip
UPDATES = {
    "en": [
        "Updated 13 June 2025", "Last updated: June 13, 2025", "Last edited 13 June 2025",
        "Amended 13 June 2025", "Revised: 13 June 2025", "Corrected on 13 June 2025",
        "Correction 13 June 2025: an earlier version was wrong",
        "This page was last edited on 13 June 2025, at 10:11 (UTC).", "Last reviewed: 13 June 2025",
    ],
    "de": ["Aktualisiert am 13. Juni 2025", "Zuletzt geändert: 13.06.2025", "Stand: 13.06.2025"],
    "fr": [
        "Mis à jour le 13 juin 2025", "Dernière mise à jour : 13/06/2025",
        "Modifié le 13 juin 2025",
    ],
    "es": ["Actualizado el 13 de junio de 2025", "Última actualización: 13/06/2025"],
    "it": ["Aggiornato il 13 giugno 2025", "Ultima modifica 13 giugno 2025"],
    "pt": ["Atualizado em 13 de junho de 2025"],
    "nl": ["Bijgewerkt op 13 juni 2025"],
    "pl": ["Ostatnia aktualizacja: 13 czerwca 2025"],
    "cs": ["Aktualizováno: 13. června 2025"],
    "ru": ["Обновлено: 13.06.2025 10:00", "Последнее изменение: 13 июня 2025"],
    "uk": ["Оновлено: 13 червня 2025", "Змінено 13 червня 2025"],
    "bg": ["Обновено на 13 юни 2025"],
    "tr": ["Güncelleme: 13 Haziran 2025", "13 Haziran 2025 tarihinde güncellendi"],
    "el": ["Τελευταία ενημέρωση: 13 Ιουνίου 2025"],
    "ro": ["Actualizat: 13 iunie 2025"],
    "hu": ["Frissítve: 2025. június 13."],
    "sv": ["Senast uppdaterad: 13 juni 2025"],
    "fi": ["Päivitetty 13.6.2025"],
    "ar": ["آخر تحديث 13 يونيو 2025"],
    "fa": ["به‌روزرسانی: ۲۳ خرداد ۱۴۰۴"],
    "he": ["עודכן: 13 ביוני 2025"],
    "hi": ["अपडेटेड: 13 जून 2025"],
    "zh": ["更新时间：2025年6月13日"],
    "ja": ["2025年6月13日 更新"],
    "ko": ["최종수정: 2025-06-13"],
    "vi": ["Cập nhật: 13/06/2025"],
    "id": ["Diperbarui 13 Juni 2025"],
    "th": ["อัปเดต: 13 มิถุนายน 2568"],
}  # fmt: skip
OF_SOMETHING_ELSE = {
    "en": [
        "Retrieved 13 June 2025", "Accessed on June 13, 2025", "Archived 13 June 2025",
        "Received: 13 June 2025", "Jane Doe, born 13 June 1975", "Event date: 13 June 2025",
        "Member since 13 June 2015",
    ],
    "de": ["Abgerufen am 13. Juni 2025"],
    "fr": ["Consulté le 13 juin 2025"],
    "ru": ["Дата обращения: 13 июня 2025"],
}  # fmt: skip
PLACES = ['<span class="date">{}</span>', '<div class="meta">{}</div>', "<p>{}</p>"]


def each(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, words) for language, listed in table.items() for words in listed]


@pytest.mark.parametrize(("language", "words"), each(PUBLISHED) + each(PLAIN))
def test_a_day_of_publication(language: str, words: str) -> None:
    assert [day(page(above=place.format(words), lang=language)) for place in PLACES] == [DAY] * len(PLACES)


@pytest.mark.parametrize(("language", "words"), each(UPDATES) + each(OF_SOMETHING_ELSE))
def test_no_day_of_publication(language: str, words: str) -> None:
    for place in (*PLACES, '<div id="footer-info-lastmod">{}</div>'):
        said = place.format(words)
        assert day(page(above=said, lang=language)) == ""
        assert day(page(below=said, lang=language)) == ""
        assert (
            day(page(above='<time datetime="2025-06-01">x</time>', below=said, lang=language)) == "2025-06-01"
        )


MORE = [
    ("en", "Posted: Jun 13, 2025 / 10:00 AM EST / Updated: Jun 15, 2025 / 11:00 AM EST"),
    ("en", "June 13, 2025 Updated: June 15, 2025 9:01 a.m."),
    ("en", "Jun 13, 2025, 10:00am EST (Updated Jun 15, 2025)"),
    ("en", "Date Posted: 06/03/2025 | Last Modified: 06/28/2025"),
    ("en", "This entry was posted on Friday, June 13th, 2025 at 10:19 am and is filed under News."),
    ("fr", "Mis à jour à 10h19, le 15 juin 2025 | Publié à 9h, le 13 juin 2025"),
    ("es", "13/06/2025 10:19 Actualizado 15/06/2025 11:00"),
    ("de", "13.06.2025 - 10:19 Uhr, aktualisiert: 15.06.2025"),
    ("uk", "13 червня 2025, 10:19 (оновлено 15 червня 2025)"),
    ("tr", "13.06.2025 - 10:19 | Son Güncellenme: 15.06.2025 - 11:00"),
    ("ja", "2025/06/13 10:19（更新：2025/06/15 11:00）"),
    ("zh", "2025-06-13 10:19:00 来源：通讯社"),
    ("fa", "کد خبر: 123456 تاریخ انتشار: ۲۳ خرداد ۱۴۰۴"),
]


@pytest.mark.parametrize(("language", "words"), MORE)
def test_both_days_in_one_line(language: str, words: str) -> None:
    expected = "2025-06-03" if "06/03" in words else DAY
    assert day(page(above=f"<p>{words}</p>", lang=language)) == expected


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Reviewed by J. Doe on June 13, 2025"),
        ("en", "Page last reviewed: 13 June 2025 Next review due: 13 June 2027"),
        ("en", "Updated 10:00 AM EST, Fri June 13, 2025"),
        ("en", "Photo taken on 13 June 2025."),
        ("de", "Diese Seite wurde zuletzt am 13. Juni 2025 um 10:19 Uhr bearbeitet."),
        ("fr", "La dernière modification de cette page a été faite le 13 juin 2025 à 10:19."),
        ("uk", "Цю сторінку востаннє відредаговано о 10:19, 13 червня 2025."),
        ("tr", "Bu sayfa en son 10.19, 13 Haziran 2025 tarihinde değiştirildi."),
    ],
)
def test_sentences_about_updates_and_pictures(language: str, words: str) -> None:
    assert day(page(above=f"<p>{words}</p>", lang=language)) == ""
    assert (
        day(page(below=f"<figure><img><figcaption>The pier, 13 June 2025. {words}</figcaption></figure>"))
        == ""
    )


@pytest.mark.parametrize(("language", "words"), each(UPDATES))
def test_an_update_is_kept_as_one(language: str, words: str) -> None:
    assert updated(page(below=f"<p>{words}</p>", lang=language)) == DAY


@pytest.mark.parametrize(
    "above",
    [
        "<dl><dt>Published</dt><dd>13 June 2025</dd><dt>Updated</dt><dd>15 June 2025</dd></dl>",
        "<table><tr><th>Updated</th><td>15 June 2025</td></tr><tr><th>Published</th><td>13 June 2025</td></tr></table>",
        '<p>Actualizado: <time datetime="2025-06-15">x</time> Publicado: <time datetime="2025-06-13">x</time></p>',
        '<b>Updated:</b> <time datetime="2025-06-15">x</time> <b>Published:</b> <time datetime="2025-06-13">x</time>',
        "<div>Published<br>13 June 2025</div><div>Last updated<br>15 June 2025</div>",
        "<ul><li>Received: 12 May 2024</li><li>Accepted: 16 June 2024</li><li>Published: 13 June 2025</li></ul>",
        '<aside class="info"><dl><dt>Datum</dt><dd>13.06.2025</dd></dl></aside>',
    ],
)
def test_label_and_day_in_elements_of_their_own(above: str) -> None:
    assert day(page(above=above)) == DAY


@pytest.mark.parametrize(
    "below",
    [
        "<p>The treaty of 3 March 1995 is not in force.</p>",
        "<p>The book, published on 13 June 2025, sold well.</p>",
        "<p>An earlier version of this article, published on 13 June 2025, named the wrong river.</p>",
        "<p>Read more: the report published on 13 June 2025 says otherwise.</p>",
        "<p>On June 13, 2025, the council filed a complaint about the harbour.</p>",
        '<div class="comments"><div class="comment"><span class="date">13 June 2025</span></div></div>',
        '<div class="sidebar"><span class="date">13 June 2025</span></div>',
    ],
)
def test_what_is_no_statement_about_the_page(below: str) -> None:
    assert day(page(below=below)) == ""
    assert day(page(above='<span class="date">1 June 2025</span>', below=below)) == "2025-06-01"


ORDERS = [
    ("2025-03-04", "en", '<span class="date">Tuesday 03/04/2025</span>'),
    ("2025-04-03", "en", '<span class="date">Thu 03/04/2025</span>'),
    ("2025-04-03", "fr", '<span class="date">jeudi 03/04/2025</span>'),
    ("2025-04-03", "en-GB", '<span class="date">03/04/2025</span>'),
    ("2025-03-04", "en-US", '<span class="date">03/04/2025</span>'),
    ("2025-04-03", "de", '<span class="date">03/04/2025</span>'),
    ("2025-03-04", "en", '<span class="date">03/04/2025</span><span>Updated 03/14/2025</span>'),
    ("2025-04-03", "en", '<span class="date">03/04/2025</span><p>Archive: 25/12/2024</p>'),
    ("2025-04-03", "en", '<span class="date">03.04.2025</span>'),
    (
        "2025-04-03",
        "en",
        '<span class="date">03/04/2025</span><div class="comments"><p>Ann, 25/04/2025</p></div>',
    ),
    ("2025-03-04", "en", '<span class="date">3/4/25</span><p>Archive: 12/25/2024</p>'),
    ("2025-04-03", "en-GB", '<span class="date">3/4/25</span>'),
    ("2025-06-13", "en", '<span class="date">13 Jun 25</span>'),
    ("2025-06-13", "en", '<span class="date">June 13, \'25</span>'),
    ("2025-06-13", "de", '<span class="date">13.06.25, 10:19</span>'),
    ("", "en", '<span class="date">3/4/25</span>'),
    ("", "en", '<span class="date">13 Jun 25 people came</span>'),
    ("", "en", '<span class="date">8 May 45</span>'),
    ("", "en", '<span class="date">03/04/2025</span>'),
    ("", "en", '<span class="date">03-04-2025</span>'),
    ("", "en", '<span class="date">Tue 07/11/2023</span>'),  # both are Tuesdays
    ("", "en", '<span class="date">Monday 03/04/2025</span>'),  # neither is a Monday
    ("", "en", '<span class="date">03/04/2025</span><p>14/02/2025, 02/14/2025</p>'),
]


@pytest.mark.parametrize(("expected", "language", "above"), ORDERS)
def test_the_order_of_numbers(expected: str, language: str, above: str) -> None:
    assert day(page(above=above, lang=language)) == expected


@pytest.mark.parametrize(
    ("expected", "address", "locale"),
    [
        ("2025-04-03", "https://www.example.co.uk/a", ""),
        ("2025-03-04", "https://www.example.gov/a", ""),
        ("2025-04-03", "https://example.org/a", "en_GB"),
        ("2025-03-04", "https://example.org/a", "en_US"),
        ("2025-04-03", "https://www.example.gov/a", "en_GB"),
        ("", "https://example.org/uk/a", ""),
        ("", "https://example.org/a", "en"),
    ],
)
def test_the_order_of_numbers_by_country(expected: str, address: str, locale: str) -> None:
    html = page(
        f'<meta property="og:locale" content="{locale}">', above='<span class="date">03/04/2025</span>'
    )
    assert day(html.replace(ADDRESS, address)) == expected


@pytest.mark.parametrize(
    ("moment", "seen", "expected"),
    [
        (
            "2025-06-14T02:30:00Z",
            '<p class="byline">By Jane Doe, June 13, 2025 10:30 PM EDT</p>',
            "2025-06-13",
        ),
        ("2025-06-14T02:30:00+00:00", '<span class="date">June 13, 2025</span>', "2025-06-13"),
        ("2025-06-12T22:30:00Z", '<span class="date">13 June 2025, 7.30</span>', "2025-06-13"),
        ("2025-06-14T02:30:00Z", '<time datetime="2025-06-13">x</time>', "2025-06-14"),
        ("2025-06-14T02:30:00-04:00", '<span class="date">June 13, 2025</span>', "2025-06-14"),
        ("2025-06-14T16:30:00Z", '<span class="date">June 13, 2025</span>', "2025-06-14"),
        ("2025-06-14T02:30:00Z", '<span class="date">June 11, 2025</span>', "2025-06-14"),
    ],
)
def test_universal_time_gives_way_to_the_day_that_the_page_shows(
    moment: str, seen: str, expected: str
) -> None:
    head = f'<meta property="article:published_time" content="{moment}">'
    assert day(page(head, above=seen)) == expected
    shown = "https://example.org/2025/6/13/harbour"
    if "-04:00" not in moment and "16:30" not in moment:
        assert day(page(head).replace(ADDRESS, shown)) == "2025-06-13"


@pytest.mark.parametrize(
    "below",
    [
        "<ul><li><a>The old bridge</a> 15.06.2025</li><li><a>The new school</a> 14.06.2025</li></ul>",
        "<p>16 June 2025 The old bridge</p><p>15 June 2025 The new school</p>",
    ],
)
def test_the_days_of_a_list_are_those_of_other_articles(below: str) -> None:
    short = (
        f"<html lang='de'><title>{TITLE}</title><body>{{}}<h1>{TITLE}</h1><p>Kurz.</p>{below}</body></html>"
    )
    assert day(short.format("")) == ""
    assert day(short.format("<p>13.06.2025</p>")) == DAY


@pytest.mark.parametrize(
    "above",
    [
        "<p><span>Jun</span><span>13</span><span>2025</span></p>",
        "<p><b>13</b><i>June</i><b>2025</b></p>",
        "<small>Juni 13th, 2025 by admin</small>",
        '<div class="date"><div>Jun</div><div>13</div><div>2025</div></div>',
        '<div class="datum"><p>13</p><p>Juni</p><p>2025</p></div>',
        '<abbr title="2025-06-13T10:23:00+02:00">Permalink</abbr>',
        "<p>Meldung vom 13. Juni 2025</p>",
        "<p>FOR IMMEDIATE RELEASE<br>June 13, 2025</p>",
    ],
)
def test_days_as_themes_and_offices_set_them(above: str) -> None:
    assert day(page(above=above)) == DAY


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The old harbour law was signed on June 13, 2025", ""),
        ("Why the ferries came to a halt on 13 June 2025", ""),
        ("Jane Doe, The Example, Harbourtown, June 13, 2025", DAY),
        ("By Jane Doe and John Roe | June 13, 2025 | 10:19", DAY),
    ],
)
def test_a_line_that_leads_up_to_its_day_is_no_stamp(line: str, expected: str) -> None:
    assert day(page(above=f"<ul><li>{line}</li></ul>")) == expected


def test_a_page_without_a_headline_is_headed_by_its_first_lines() -> None:
    posts = "".join(
        f"<table><tr><td>{n}.06.2025, 18:44</td></tr><tr><td>{BODY}</td></tr></table>" for n in (13, 14)
    )
    assert day(f'<html lang="de"><title>Der Hafen</title><body>{posts}</body></html>') == DAY


DAYS = ("8 June 2025", "10 June 2025", "13 June 2025")
TOLD = "<p>The envoys met again in the great hall of the palace and agreed on very little.</p>"


@pytest.mark.parametrize(
    "head", ["<h3>{}</h3>", "<p>{}</p>", '<div class="date">{}</div>', "<b>{}</b><br>", "<time>{}</time><br>"]
)
def test_the_days_of_a_chronicle_are_those_of_its_events(head: str) -> None:
    assert day(page(above="".join(head.format(each) + TOLD for each in DAYS))) == ""
    signed = '<p class="byline">By Jane Doe, 20 June 2025</p>'
    assert day(page(above=signed + "".join(head.format(each) + TOLD for each in DAYS))) == "2025-06-20"


def test_teasers_below_an_article_are_no_chronicle() -> None:
    below = "".join(f'<div class="teaser"><span>{each}</span>{TOLD}</div>' for each in DAYS)
    assert day(page(above='<div class="date">20 June 2025</div>', below=below)) == "2025-06-20"


def test_of_posts_that_follow_each_other_the_first_is_the_pages() -> None:
    html = (
        f"<html lang='en'><title>{TITLE}</title><body><h4 class='date-header'>Friday, 13 June 2025</h4>"
        f"<h3>{TITLE}</h3>{BODY}<h4 class='date-header'>Thursday, 12 June 2025</h4><h3>Older</h3>{BODY}</body></html>"
    )
    assert day(html) == DAY


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "When: 13 June 2025, 7 pm, town hall"),
        ("en", "Date and time: 13 June 2025"),
        ("de", "Termin: 13. Juni 2025, 19 Uhr, Rathaus"),
        ("de", "Wann: Freitag, 13. Juni 2025"),
        ("fr", "Quand : 13 juin 2025"),
        ("es", "Cuándo: 13 de junio de 2025"),
        ("ru", "Когда: 13 июня 2025"),
        ("uk", "Дата проведення: 13 червня 2025"),
    ],
)
def test_the_day_of_an_event_is_none_of_publication(language: str, words: str) -> None:
    assert day(page(above=f"<p>{words}</p>", lang=language)) == ""
    assert day(page(above=f"<p>{words}</p><p>10.06.2025</p>", lang=language)) == "2025-06-10"
