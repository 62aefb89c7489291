"""Weights under which the right answers are likeliest: a conditional logit with a ridge, by scipy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from weights.examples import Example

Fitted = Mapping[str, float]
_PARTS = 10


def fit(examples: Sequence[Example], ridge: float) -> dict[str, float]:
    """Return the weight of each sign of the *examples*; *ridge* is how strongly large weights are held down."""
    names = sorted({name for e in examples for signs in e.answers for name in signs})
    number = {name: i for i, name in enumerate(names)}
    rows, columns, values, starts, rights, heavy = [], [], [], [], [], []
    row = 0
    for example in examples:
        starts.append(row)
        rights.append(row + example.right)
        heavy.append(example.weight)
        for signs in example.answers:
            rows += [row] * len(signs)
            columns += [number[name] for name in signs]
            values += list(signs.values())
            row += 1
    table = csr_matrix((values, (rows, columns)), shape=(row, len(names)))
    begin, told, weight = np.array(starts), np.array(rights), np.array(heavy)
    whose = np.repeat(np.arange(len(starts)), np.diff([*starts, row]))

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        spoken = table @ beta
        spoken = spoken - np.maximum.reduceat(spoken, begin)[whose]
        raised = np.exp(spoken)
        whole = np.add.reduceat(raised, begin)
        missing = raised / whole[whose] * weight[whose]
        missing[told] -= weight
        lost = float((weight * (np.log(whole) - spoken[told])).sum() + ridge * beta @ beta / 2)
        return lost, table.T @ missing + ridge * beta

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return dict(zip(names, map(float, found.x), strict=True))


def right(fitted: Fitted, examples: Sequence[Example]) -> float:
    """Return the share of *examples* whose likeliest answer is the right one."""
    hits = 0
    for example in examples:
        spoken = [sum(fitted.get(n, 0.0) * v for n, v in signs.items()) for signs in example.answers]
        hits += spoken.index(max(spoken)) == example.right
    return hits / len(examples) if examples else 0.0


def turns(pages: Sequence[Sequence[Example]], ridge: float) -> float:
    """Return the share of right answers on pages left out of the fit in turn."""
    hits = total = 0.0
    for part in range(_PARTS):
        rest = [e for i, page in enumerate(pages) if i % _PARTS != part for e in page]
        left = [e for i, page in enumerate(pages) if i % _PARTS == part for e in page]
        hits += right(fit(rest, ridge), left) * len(left)
        total += len(left)
    return hits / total if total else 0.0
