"""Every private name of Textual that the program uses, and what for; a Textual upgrade may remove any of them."""

import sys
from types import ModuleType
from typing import NamedTuple

import textual._callback
import textual.keys
import textual.message_pump
from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import TextArea


class PrivateName(NamedTuple):
    """One private attribute: its class or module, its name, and why the program needs it."""

    owner: type | ModuleType
    name: str
    why: str


PRIVATE_NAMES: tuple[PrivateName, ...] = (
    PrivateName(App, "_css_update_count", "skips restyling every widget on a mode switch, half of the switch's time"),
    PrivateName(App, "_exception", "gives the crash report its error; Textual's own report prints all variables"),
    PrivateName(App, "_fatal_error", "is overridden so that a crash prints no variable, such as a note"),
    PrivateName(App, "_return_code", "sets our own exit code after a crash"),
    PrivateName(App, "_driver", "restores the terminal when the app leaves at once"),
    PrivateName(App, "_disable_notifications", "mounts two widgets less on each screen, which the program never shows"),
    PrivateName(App, "_disable_tooltips", "likewise"),
    PrivateName(App, "_screen_stacks", "finds the drafts of all modes on leaving, not only of the mode shown"),
    PrivateName(
        App,
        "_load_screen_css",
        "reads a screen's sheet before its widgets; from Python 3.12 on Textual would read it after",
    ),
    PrivateName(App, "_filters", "draws without any color; Textual draws gray, which is a color too"),
    PrivateName(App, "_display", "is overridden to write only what the terminal doesn't show yet"),
    PrivateName(App, "_running", "tells whether what is drawn now is written; Textual drops it before the start"),
    PrivateName(App, "_batch_count", "likewise; while several changes are made at once, nothing is written"),
    PrivateName(App, "_previous_cursor_position", "writes nothing at all where neither a cell nor the cursor changes"),
    PrivateName(App, "_handle_exception", "lets an error in our key-handling task crash the app as usual"),
    PrivateName(MessagePump, "_get_dispatch_methods", "finds the handlers of a message once for each class"),
    PrivateName(Message, "_no_default_action", "says whether a handler has prevented the others, as Textual asks"),
    PrivateName(Screen, "_compositor", "says for which size a screen is laid out"),
    PrivateName(Compositor, "_render_chops", "is overridden to render only what is seen of what changed"),
    PrivateName(Compositor, "_dirty_regions", "leaves out widgets that stay where they are when another one is shown"),
    PrivateName(Compositor, "_regions_to_spans", "says which parts of which lines changed"),
    PrivateName(Compositor, "_full_map", "says where the widgets were before"),
    PrivateName(Compositor, "_full_map_invalidated", "arranges them once, where Textual does so twice"),
    PrivateName(RenderStyles, "_cache_key", "says whether a widget's styles have changed since its lines were drawn"),
    PrivateName(Screen, "_layout_required", "says whether it must be laid out anew"),
    PrivateName(
        Screen, "_screen_resized", "lays a screen out once when it is shown, where Textual does it three times"
    ),
    PrivateName(Screen, "_repaint_required", "says whether all of it must be drawn anew"),
    PrivateName(Screen, "_refresh_layout", "lays the first screen out before anything is drawn"),
    PrivateName(Screen, "_on_timer_update", "draws the first screen without waiting for a frame"),
    PrivateName(Screen, "_compositor_refresh", "draws nothing that would be dropped"),
    PrivateName(Stylesheet, "_variables", "parses the style sheets again only when a theme's colors differ"),
    PrivateName(XTermParser, "_parse_extended_key", "reads a key by its place where the keyboard isn't Latin"),
    PrivateName(DOMNode, "_reactives", "is collected once a class, so that starting takes a tenth less"),
    PrivateName(Widget, "_computes", "is collected once a class, too"),
    PrivateName(DOMNode, "_inherit_css", "is set while a class is made, as Textual does"),
    PrivateName(DOMNode, "_inherit_bindings", "the same"),
    PrivateName(DOMNode, "_inherit_component_classes", "the same"),
    PrivateName(DOMNode, "_css_bases", "the same"),
    PrivateName(DOMNode, "_css_type_name", "the same"),
    PrivateName(DOMNode, "_css_type_names", "the same"),
    PrivateName(DOMNode, "_merged_bindings", "the same"),
    PrivateName(DOMNode, "_merge_bindings", "the same"),
    PrivateName(TextArea, "_line_cache", "redraws a note when it is hidden, though its text is the same"),
    PrivateName(
        Screen, "_dirty_widgets", "draws nothing of a screen that is covered; it is drawn whole when it shows again"
    ),
    PrivateName(
        MessagePump, "_decorated_handlers", "finds what handles a message once for a class, not for each message"
    ),
    PrivateName(textual.message_pump, "_textual_on", "likewise"),
    PrivateName(textual._callback, "_count_parameters", "counts the parameters of a handler once"),
    PrivateName(textual.keys, "_character_to_key", "names a key by the character on it"),
)
if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    PRIVATE_NAMES += (
        PrivateName(LinuxDriver, "_key_thread", "leaves without waiting 250 ms for the thread that reads keys"),
        PrivateName(
            App, "_suspend_signal", "suspends the whole job; Textual stops only the program, and `uv run` waits for it"
        ),
        PrivateName(
            LinuxDriver,
            "_must_signal_resume",
            "says that the app goes on after it was suspended, as Textual itself does",
        ),
    )
