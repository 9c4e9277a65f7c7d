"""Prints what a screen reader finds in the window of a process: one line per control, its role and its name.

Usage: names.py PID. Reads the AT-SPI tree, as screen readers do, and says nothing about what is hidden.
"""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

CONTROLS = {
    "push button",
    "button",
    "toggle button",
    "link",
    "entry",
    "password text",
    "combo box",
    "check box",
    "radio button",
    "spin button",
    "page tab",
    "menu item",
    "switch",
    "slider",
}


def children(node):
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def label(node):
    relations = node.get_relation_set()
    labels = [
        relation.get_target(place)
        for relation in relations
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for place in range(relation.get_n_targets())
    ]
    return " ".join(text for text in (one.get_name() for one in labels if one) if text)


def main():
    pid = int(sys.argv[1])
    desktop = Atspi.get_desktop(0)
    ours = [app for app in children(desktop) if app.get_process_id() == pid]
    for app in ours:
        for node in walk(app):
            role = node.get_role_name()
            if role in CONTROLS:
                name = (node.get_name() or label(node)).replace("\n", " ").strip()
                print(f"{role}\t{name}")


main()
