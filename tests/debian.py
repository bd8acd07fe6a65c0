"""Packages for the tests on a Debian machine where we are root (a container, CI)."""

import os
import shutil
import subprocess

INSTALL_SECONDS = 900


class DebianError(RuntimeError):
    """apt-get could not install something; the message is its last line."""


def can_install() -> bool:
    return (
        hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None
    )


def install(*packages: str) -> None:
    """Install `packages` without asking anything.

    Raises:
        DebianError: apt-get failed.
    """
    apt_get("update")
    apt_get("install", "--yes", "--no-install-recommends", *packages)


def apt_get(*arguments: str) -> None:
    try:
        done = subprocess.run(
            ["apt-get", "--quiet", *arguments],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=INSTALL_SECONDS,
            text=True,
        )
    except subprocess.TimeoutExpired as late:
        raise DebianError(f"apt-get took more than {INSTALL_SECONDS} s.") from late
    if done.returncode:
        reason = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise DebianError(f"apt-get {' '.join(arguments)}: {reason}")
