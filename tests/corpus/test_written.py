"""Written dates in many languages, orders and calendars: a day, or the reason why there is none."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.corpus.publication.calendars import solar
from toolkit.corpus.publication.day import parse_published
from toolkit.corpus.publication.written import scan

DAY = date(2025, 6, 13)
MONTHS = {
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "sr": "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "bs": "januara februara marta aprila maja juna jula augusta septembra oktobra novembra decembra",
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "lt": "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
    "lokakuuta marraskuuta joulukuuta",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
    "Νοεμβρίου Δεκεμβρίου",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "ka": "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    "hy": "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի "
    "դեկտեմբերի",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    "eu": "urtarrila otsaila martxoa apirila maiatza ekaina uztaila abuztua iraila urria azaroa abendua",
}  # fmt: skip
LEVANTINE = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
MAGHREBI = "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
SOLAR = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"


def days(text: str, language: str = "", order: str = "") -> list[date | None]:
    return [each.day for each in scan(text, language, order)]


@pytest.mark.parametrize("language", MONTHS)
def test_every_month_in_every_language(language: str) -> None:
    for number, name in enumerate(MONTHS[language].split(), 1):
        for written in (
            f"5 {name} 2021",
            f"5 {name.upper()} 2021",
            f"5. {name.capitalize()}, 2021",
            f"2021, 5 {name}",
        ):
            assert days(written, language) == [date(2021, number, 5)], written


@pytest.mark.parametrize("names", [LEVANTINE, MAGHREBI])
def test_the_months_of_the_levant_and_the_maghreb(names: str) -> None:
    for number, name in enumerate(names.split("|"), 1):
        assert days(f"5 {name} 2021") == days(f"٥ {name} ٢٠٢١") == [date(2021, number, 5)], name


def test_the_persian_calendar() -> None:
    found = [days(f"۱ {name} ۱۴۰۴")[0] for name in SOLAR.split()]
    assert found == [
        date(2025, 3, 21), date(2025, 4, 21), date(2025, 5, 22), date(2025, 6, 22),
        date(2025, 7, 23), date(2025, 8, 23),
        date(2025, 9, 23), date(2025, 10, 23), date(2025, 11, 22), date(2025, 12, 22),
        date(2026, 1, 21), date(2026, 2, 20),
    ]  # fmt: skip
    assert days("۱۴۰۴/۰۳/۲۳") == days("1404/03/23", "fa") == [DAY]
    assert days("1404/03/23") == [None]
    assert [solar(year, 1, 1) for year in (1358, 1375, 1388, 1400)] == [
        date(1979, 3, 21), date(1996, 3, 20), date(2009, 3, 21), date(2021, 3, 21),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="29 days"):
        solar(1404, 12, 30)
    assert solar(1403, 12, 30) == date(2025, 3, 20)


@pytest.mark.parametrize(
    "written",
    [
        "13 June 2025", "June 13, 2025", "13th of June, 2025", "Jun. 13, 2025", "2025, Jun 13",
        "2025-Jun-13", "June 13 of 2025",
        "13-Jun-2025", "2025-06-13", "2025.6.13", "2025. 6. 13.", "2025/06/13", "13.6.2025",
        "13. 6. 2025", "13/06/2025", "06/13/2025",
        "20250613", "2025-06-13T10:00:00Z", "Fri Jun 13 2025 10:00:00 GMT+0200 (CEST)",
        "Fri Jun 13 10:00:00 2025",
        "Fri Jun 13 10:00:00 UTC 2025", "Fri, 13 Jun 2025 10:00:00 GMT", "13 de junio del 2025",
        "1er juin 2025|2025-06-01",
        "2025年6月13日", "令和7年6月13日", "民國114年6月13日", "二零二五年六月十三日", "2025년 6월 13일",
        "13 tháng 6 năm 2025",
        "13 มิ.ย. 2568", "13/06/2568", "१३ जून २०२५", "১৩ জুন ২০২৫", "١٣ يونيو ٢٠٢٥",
        "13 يونيو/حزيران 2025",
        "2025. gada 13. jūnijā", "2025 m. birželio 13 d.", "2025. június 13.",
        "Thứ sáu, 13/6/2025", "jumat, 13 juni 2025",
    ],
)  # fmt: skip
def test_every_order(written: str) -> None:
    words, _, other = written.partition("|")
    assert days(words) == [date.fromisoformat(other) if other else DAY]


@pytest.mark.parametrize(
    "text",
    [
        "", "no number", "2025", "June 2025", "13 June", "13.06.25", "tel. 0123 45 67 8901",
        "version 10.2.2025.1", "1/2", "10:13:2025",
        "may be 5 of 2025", "20251399", "12345678", "ISBN 3-16-148410-0", "192.168.20.2025",
        "5 people in 2025",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("03/04/2025", "may be 3 April or 4 March 2025"),
        ("Tue 07/11/2023", "may be 7 November or 11 July 2023"),
        ("Monday, 13 June 2025", "contradicts itself: 2025-06-13 was a Friday"),
        ("lundi 13 juin 2025", "contradicts itself: 2025-06-13 was a Friday"),
        ("30 February 2025", "names no day of the calendar"),
        ("13 listopada 2025", "means different days in different languages"),
    ],
)
def test_a_date_that_names_no_day_says_why(text: str, problem: str) -> None:
    assert [(each.day, each.problem) for each in scan(text)] == [(None, problem)]


def test_what_settles_a_choice() -> None:
    assert days("Thu 03/04/2025") == days("03/04/2025", order="dmy") == [date(2025, 4, 3)]
    assert days("Tuesday 03/04/2025") == days("03/04/2025", order="mdy") == [date(2025, 3, 4)]
    assert days("13 listopada 2025", "pl") == [date(2025, 11, 13)]
    assert days("13 listopada 2025", "hr") == [date(2025, 10, 13)]
    assert days("13.06.25", "de") == [DAY]
    assert days("13.06.98", "de") == [date(1998, 6, 13)]
    assert days("13/06/25", "en") == days("6/13/25", "en") == [DAY]
    assert days("13/06/25") == days("13 Jun 25") == days("06/07/25", "en") == []


@pytest.mark.parametrize(
    "value",
    ["13 حزيران 2025", "۲۳ خرداد ۱۴۰۴", "令和7年6月13日", "13 มิ.ย. 2568", "2025-Jun-13", "Fri 06/13/2025",
     "Fri Jun 13 2025 10:00:00 GMT+0200 (Central European Summer Time)",
     "vendredi 13 juin 2025, 10:19"],
)  # fmt: skip
def test_a_written_publication_date_may_be_any_of_them(value: str) -> None:
    assert parse_published(value) == DAY


@given(st.text(max_size=80) | st.text("0123456789 /.-:,年月日juneJUNEмая", max_size=80))
def test_any_string_is_scanned(text: str) -> None:
    found = scan(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all((each.day is None) == bool(each.problem) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
