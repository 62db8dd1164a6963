// The comparison as it is drawn: figures and clauses in rows, insurers in columns.
#pragma once

#include "desks/credit/offer/comparison.hpp"
#include "web/html/markup.hpp"

namespace credit::offer {

// How a figure of an offer is written, where it is known, and how it was made.
struct FigureRow {
  std::string_view label;
  std::string (*written)(const ComparedOffer&);                                   // "—" when not known
  web::html::Markup (*how)(const ComparedOffer&);                                 // the « i » beside it; null: none
  std::optional<Figure> rated = {};                                               // of which the best is marked
  enum class Told { when_known, when_some, beyond_ten } told = Told::when_known;  // some: other than nothing at all
};
// Whether the line says anything of these offers.
bool tells(const Comparison& comparison, const FigureRow& row);
std::span<const FigureRow> cover_rows();
std::span<const FigureRow> cost_rows();

web::html::Markup comparison_table(const Comparison& comparison);
// C18: what an unpaid invoice costs, beside what cover costs.
web::html::Markup why_it_pays(const Comparison& comparison, base::Rate margin, std::string_view typed,
                              const std::string& error);
struct WhyItPays {
  base::Money unpaid, sales;
  engine::Explanation explanation;
  engine::Amount figure;
};
std::optional<WhyItPays> why_it_pays(const Comparison& comparison, base::Rate margin);

std::string day_until(const ComparedOffer& one, base::Instant now);  // "31 déc. 2026"

}  // namespace credit::offer
