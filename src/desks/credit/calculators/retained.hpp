// What stays with the insured of an unpaid invoice once the indemnity is paid, and how it was made (C35). Pure.
#pragma once

#include "desks/credit/engine/explanation.hpp"

namespace credit::calculators {

struct Retained {
  engine::Amount amount;
  engine::Explanation explanation;
};

struct Unpaid {
  base::Money debt, recovered, indemnity;
};
inline Retained retained(const Unpaid& of) {
  engine::Worksheet sheet;
  Retained made;
  made.amount = sheet.difference(
      engine::Entry(engine::Clause::debt, "À la charge de l’assuré"), engine::known("Créance impayée", of.debt),
      {engine::known("Déjà récupéré", of.recovered), engine::known("Indemnité", of.indemnity)});
  made.explanation = std::move(sheet).steps();
  return made;
}

}  // namespace credit::calculators
