"""A learner adds passkeys, comes back by them, and removes them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    options_to_json_dict,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from quiz.actions.come_back import free_nickname, has_password, nickname_of, put_nickname
from quiz.actions.sign_in import digest_of
from quiz.core.problems import Problem
from quiz.core.ways_in import Passkey, checked_label, is_last_way
from quiz.storage.engine import begin_writing
from quiz.storage.passkeys import (
    add_challenge,
    add_passkey,
    drop_passkey,
    find_by_credential,
    find_passkeys,
    mark_used,
    use_challenge,
)

CHALLENGE_LIFE = timedelta(minutes=10)
MOST_PASSKEYS = 20
# What a browser sends may be anything: the library's parsers raise these as well.
BAD = (WebAuthnException, KeyError, TypeError, ValueError)

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Site:
    """Where passkeys work: the host that they are tied to, and its pages' origins."""

    host: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a browser was asked: a challenge and, for a new passkey, the user's handle."""

    challenge: str
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What a browser sends of a new passkey, what it is called, and under which name."""

    answer: Data
    label: str
    nickname: str = ""


def passkeys_of(session: Session, person_id: int | None) -> Sequence[Passkey]:
    return find_passkeys(session, person_id) if person_id is not None else ()


def ask_new(
    session: Session, person_id: int, nickname: str, site: Site, now: datetime
) -> tuple[Data, Asked]:
    """Return what the browser needs to make a passkey, and what to keep of it.

    `nickname` is what the device will show, for a learner who has none yet.

    Raises:
        Problem: the nickname can't be had, or there are too many passkeys.
    """
    begin_writing(session)
    known = find_passkeys(session, person_id)
    if len(known) >= MOST_PASSKEYS:
        raise Problem("You have %(most)d passkeys. Remove one first.", most=MOST_PASSKEYS)
    name = nickname_of(session, person_id) or free_nickname(session, nickname)
    options = generate_registration_options(
        rp_id=site.host,
        rp_name="Quiz",
        user_id=known[0].handle if known else secrets.token_bytes(32),
        user_name=name,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,  # found without a name
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
        exclude_credentials=[
            PublicKeyCredentialDescriptor(id=each.credential)
            for each in known
            if each.site == site.host
        ],
    )
    challenge = keep_challenge(session, options.challenge, now)
    handle = bytes_to_base64url(options.user.id)
    return options_to_json_dict(options), Asked(challenge, handle)


def ask_entry(session: Session, site: Site, now: datetime) -> tuple[Data, Asked]:
    """Return what the browser needs to offer the passkeys that it has."""
    options = generate_authentication_options(
        rp_id=site.host, user_verification=UserVerificationRequirement.PREFERRED
    )
    begin_writing(session)
    challenge = keep_challenge(session, options.challenge, now)
    return options_to_json_dict(options), Asked(challenge)


def keep_challenge(session: Session, challenge: bytes, now: datetime) -> str:
    text = bytes_to_base64url(challenge)
    add_challenge(session, digest_of(text), now, now + CHALLENGE_LIFE)
    session.commit()
    return text


def use_up(session: Session, asked: Asked, now: datetime) -> None:
    """Let a challenge be answered once, whatever comes of the answer.

    Raises:
        Problem: it is unknown, was answered or is too old.
    """
    begin_writing(session)
    is_good = use_challenge(session, digest_of(asked.challenge), now)
    session.commit()
    if not is_good:
        raise Problem("That took too long. Begin anew.")


def add_made(
    session: Session, person_id: int, made: Made, asked: Asked, site: Site, now: datetime
) -> None:
    """Keep the passkey that a browser has made when it was `asked`.

    Raises:
        Problem: it is not what was asked for.
    """
    label = checked_label(made.label)
    use_up(session, asked, now)
    key = checked_passkey(made.answer, label, asked, site, now)
    begin_writing(session)
    try:
        if not nickname_of(session, person_id):
            put_nickname(session, person_id, made.nickname)
        add_passkey(session, person_id, key)
    except IntegrityError:
        session.rollback()
        raise Problem("This passkey is in use already.") from None
    session.commit()


def checked_passkey(
    answer: Data, label: str, asked: Asked, site: Site, now: datetime
) -> Passkey:
    try:
        found = verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(asked.challenge),
            expected_rp_id=site.host,
            expected_origin=list(site.origins),
        )
    except BAD:
        raise Problem("The passkey could not be checked. Begin anew.") from None
    public, uses = found.credential_public_key, found.sign_count
    handle = base64url_to_bytes(asked.handle)
    return Passkey(
        0, label, site.host, found.credential_id, public, handle, uses, now, None
    )


def whose_passkey(
    session: Session, told: Data, asked: Asked, site: Site, now: datetime
) -> int:
    """Return whose passkey has answered.

    Raises:
        Problem: none that leads to a record.
    """
    use_up(session, asked, now)
    begin_writing(session)
    try:
        person_id, uses, key = checked_entry(session, told, asked, site)
    except Problem:
        session.rollback()
        raise
    mark_used(session, key.id, uses, now)
    session.commit()
    return person_id


def checked_entry(
    session: Session, told: Data, asked: Asked, site: Site
) -> tuple[int, int, Passkey]:
    """Return whose passkey it is, how often its device has used it, and the passkey."""
    found = find_told(session, told)
    if found is None:
        raise Problem(
            "This passkey leads to no record here any more. Remove it from your device."
        )
    person_id, key = found
    try:
        verified = verify_authentication_response(
            credential=told,
            expected_challenge=base64url_to_bytes(asked.challenge),
            expected_rp_id=site.host,
            expected_origin=list(site.origins),
            credential_public_key=key.public_key,
            credential_current_sign_count=key.uses,
        )
        handle = told["response"].get("userHandle") or ""
        if base64url_to_bytes(handle) not in {b"", key.handle}:
            raise ValueError("It was made for somebody else.")
    except BAD:
        raise Problem("The passkey could not be checked. Begin anew.") from None
    return person_id, verified.new_sign_count, key


def find_told(session: Session, told: Data) -> tuple[int, Passkey] | None:
    try:
        credential = base64url_to_bytes(told["id"])
    except BAD:
        return None
    return find_by_credential(session, credential)


def remove_passkey(
    session: Session, person_id: int, passkey_id: int, *, is_sure: bool
) -> bool:
    """Remove a passkey; `is_sure` lets the last way in go. Tell whether it is gone."""
    begin_writing(session)
    is_last = would_be_last(session, person_id, passkey_id)
    if not is_last or is_sure:
        drop_passkey(session, person_id, passkey_id)
    session.commit()
    return not is_last or is_sure


def would_be_last(session: Session, person_id: int, passkey_id: int) -> bool:
    """Tell whether only a cookie would lead to the record without this passkey."""
    known = find_passkeys(session, person_id)
    return is_last_way(passkey_id, known, has_password=has_password(session, person_id))
