"""Attributes that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")

__all__ = ["once"]


class once(Generic[T]):  # noqa: N801 - read as a decorator
    """Makes an attribute of a method, as ``functools.cached_property`` does, but takes no lock.

    Up to Python 3.11 that holds a lock while it works, which takes longer than most of what pages are asked; a page is
    read in one thread.
    """

    def __init__(self, method: Callable[[Any], T]) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> Self | T:
        """Return the answer, which from now on stands in the *instance* in place of this."""
        if instance is None:
            return self
        answer = self._method(instance)
        # Not by way of its __dict__: once that is asked for, Python finds all the other attributes more slowly, too.
        setattr(instance, self._name, answer)
        return answer
