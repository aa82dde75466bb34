"""What the customer's copy calls things: where the plan says *their*, the copy says *your*."""

from collections.abc import Mapping

from server.texts import marked as m

CUSTOMER_WORDS: Mapping[str, str] = {
    "Cultural trait": m("What marks you"),
    "Customer goal": m("Goal"),
    "Customer since": m("Working together since"),
    "Customer's sponsor": m("Your sponsor"),
    "How they measure it": m("How you measure it"),
    "Impact on them": m("Effect on you"),
    "Our value": m("Our contribution"),
    "Ours": m("Our side"),
    "Role on the account": m("Role"),
    "Their priorities": m("Your priorities"),
    "Their vision": m("Your vision"),
    "Theirs": m("Your side"),
    "They meet": m("Meetings"),
    "What it means for them": m("What it means for you"),
    "stakeholder": m("person"),
    "team member": m("person"),
}
"""Declared label to the customer's; what is not here reads well for both."""
