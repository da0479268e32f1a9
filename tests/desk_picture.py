"""docs/desk.svg, the desk on the sample story as the app itself draws it: `python -m tests.desk_picture` writes it."""

import asyncio
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.app import DeskApp, Options
from tui.config import Config
from tui.opening import Request, open_desk
from tui.study import Study

PATH = Path(__file__).parents[1] / "docs" / "desk.svg"
SIZE = (132, 40)
SCRIPT = "tab tab a a a x tab a a a a a tab a space a a a ] c"


async def picture() -> str:
    """The picture, after a few decisions."""
    os.environ["COLORTERM"] = "truecolor"
    with TemporaryDirectory() as folder:
        project = Path(folder) / "sample.variorum"
        opened = open_desk(Request(project=project, reviewer="ada"), Config(), "")
        study = Study(opened.desk, project, opened.choice, {}, new=opened.new)
        app = DeskApp(opened.desk, Options(opened.commands), study, opened.stories)
        async with app.run_test(size=SIZE) as pilot:
            while opened.desk.compared is None:
                await pilot.pause(0.1)
            for key in SCRIPT.split():
                await pilot.press(key)
            await pilot.pause()
            drawn = app.export_screenshot(title="variorum")
        opened.desk.workspace.close()
    # The export names a font on the web; a document must not fetch anything.
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


if __name__ == "__main__":
    PATH.write_text(asyncio.run(picture()), encoding="utf-8")
