"""A learner's settings as a preset of Anki's deck options."""

from typing import Any

from quiz.anki.deck_options import Preset
from quiz.anki.note_ids import preset_number
from quiz.core.scheduling import (
    LEARNING_STEPS,
    LONGEST_INTERVAL,
    RELEARNING_STEPS,
    STANDARD,
)

MINUTE = 60  # seconds; Anki counts steps in minutes
NO_LIMIT = 9999
DAYS_OF_A_WEEK = 7


def preset_json(preset: Preset) -> dict[str, Any]:
    """Return the preset as Anki stores it.

    Anki never changes a preset that it has, so one with other settings is another preset.
    """
    parameters = [round(each, 4) for each in preset.parameters or STANDARD]
    wanted = (round(preset.retention, 2), preset.new_a_day, *parameters)
    return {
        "id": preset_number(repr(wanted)),
        "mod": 0,
        "usn": -1,
        "name": f"Quiz, {preset.retention:.0%}, {preset.new_a_day}",
        "maxTaken": 60,
        "autoplay": True,
        "timer": 0,
        "replayq": True,
        "dyn": False,
        "new": {
            "bury": True,
            "delays": [seconds / MINUTE for seconds in LEARNING_STEPS],
            "initialFactor": 2500,
            "ints": [1, 4, 0],
            "order": 1,
            "perDay": preset.new_a_day,
        },
        "rev": {
            "bury": True,
            "ease4": 1.3,
            "ivlFct": 1.0,
            "maxIvl": LONGEST_INTERVAL,
            "perDay": NO_LIMIT,
            "hardFactor": 1.2,
        },
        "lapse": {
            "delays": [seconds / MINUTE for seconds in RELEARNING_STEPS],
            "leechAction": 1,
            "leechFails": 8,
            "minInt": 1,
            "mult": 0.0,
        },
        "fsrsParams6": parameters,
        "desiredRetention": wanted[0],
        "easyDaysPercentages": [1.0] * DAYS_OF_A_WEEK,
        "sm2Retention": 0.9,
    }
