"""Logos: what is a picture, and what is kept of it."""

import base64
import io
import re

import pytest
from PIL import Image
from sqlalchemy import event

from tests.server.builders import World


def picture(
    kind: str = "PNG", size: tuple[int, int] = (300, 100), mode: str = "RGB", **said: object
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **said)
    return out.getvalue()


def send(world: World, raw: bytes, address: str = "/api/company/logo") -> object:
    return world.browser("owner").put(address, {"image": base64.b64encode(raw).decode()})


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_is_kept_as_png_and_shown_to_anyone(world: World, kind: str) -> None:
    assert send(world, picture(kind)).json == {"company": "Adler Works", "has_logo": True}
    shown = world.browser().get("/api/company/logo")
    assert shown.mimetype == "image/png"
    assert Image.open(io.BytesIO(shown.data)).format == "PNG"


def test_the_browser_keeps_a_logo_and_asks_whether_it_is_still_the_same(world: World) -> None:
    send(world, picture())
    tag = world.browser().get("/api/company/logo").headers["ETag"]
    again = world.browser().get("/api/company/logo", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_data_url_is_understood(world: World) -> None:
    image = "data:image/png;base64," + base64.b64encode(picture()).decode()
    assert world.browser("owner").put("/api/company/logo", {"image": image}).status_code == 200


def test_a_large_picture_is_made_to_fit(world: World) -> None:
    send(world, picture(size=(3000, 1000)))
    assert Image.open(io.BytesIO(world.browser().get("/api/company/logo").data)).size == (1200, 400)


def test_nothing_but_the_picture_is_kept(world: World) -> None:
    carried = Image.Exif()
    carried[0x010E] = "a-secret-place"
    send(world, picture("JPEG", exif=carried) + b"<script>alert(1)</script>")
    kept = world.browser().get("/api/company/logo").data
    assert b"a-secret-place" not in kept
    assert b"script" not in kept


@pytest.mark.parametrize(
    "raw",
    [
        b"not a picture",
        b"",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        picture()[:80],
        b"GIF89a" + bytes(30),
        picture("BMP"),
    ],
)
def test_what_is_no_picture_is_refused(world: World, raw: bytes) -> None:
    refused = send(world, raw)
    assert (refused.status_code, refused.json["code"]) == (422, "broken_image")
    assert world.browser().get("/api/company/logo").json["code"] == "no_logo"


def test_half_a_picture_is_refused_though_another_library_asked_for_tolerance(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)
    assert send(world, picture()[:80]).json["code"] == "broken_image"


def test_text_that_is_no_base64_is_no_picture(world: World) -> None:
    assert world.browser("owner").put("/api/company/logo", {"image": "%%%"}).json["code"] == "broken_image"


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_drawn(world: World) -> None:
    refused = send(world, picture(size=(20_000, 20_000), mode="1"))
    assert (refused.status_code, refused.json["code"]) == (413, "too_large")
    assert "million pixels" in refused.json["detail"]


def test_a_picture_with_too_many_bytes_is_refused(world: World) -> None:
    assert send(world, bytes(2_100 * 1024)).json["code"] == "too_large"


def test_an_account_has_a_logo_for_those_who_see_it(world: World) -> None:
    address = f"/api/accounts/{world.account}/logo"
    assert send(world, picture(), address).status_code == 204
    assert world.browser("viewer").get(address).mimetype == "image/png"
    assert world.browser("viewer").get("/api/accounts").json[0]["has_logo"] is True
    assert world.browser("account owner").delete(address).status_code == 204
    assert world.browser("viewer").get(address).json["code"] == "no_logo"


def test_the_company_can_be_renamed_and_its_logo_taken_away(world: World) -> None:
    send(world, picture())
    owner = world.browser("owner")
    assert owner.patch("/api/company", {"company": "Adler"}).json == {"company": "Adler", "has_logo": True}
    assert owner.delete("/api/company/logo").status_code == 204
    assert world.browser().get("/api/company").json == {"company": "Adler", "has_logo": False}


def test_no_list_reads_the_pictures_of_all_accounts(world: World) -> None:
    asked: list[str] = []
    event.listen(world.database.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    send(world, picture(), f"/api/accounts/{world.account}/logo")
    asked.clear()
    listed = world.browser("owner").get("/api/accounts").json
    assert [one["has_logo"] for one in listed] == [True, False]
    assert world.browser("owner").get("/api/session").status_code == 200
    assert [said for said in asked if re.search(r"logo\b(?! IS NOT NULL)", said)] == []
