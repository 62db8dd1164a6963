// The public calculators: a question, its form, its result. What is typed stands in the address, so that a calculation
// can be kept and sent.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/form.hpp"
#include "web/ui/icon.hpp"

namespace credit::calculators {

struct Calculator {
  web::html::Url url;
  web::ui::Icon icon;
  std::string_view question;  // its title
  std::string_view lead;
};
inline constexpr Calculator of_unpaid{"/calculs/impaye", web::ui::Icon::chart, "Ce que coûte un impayé",
                                      "La marge de combien de ventes faut-il pour rattraper une facture perdue ?"};
inline constexpr Calculator of_cover{"/calculs/couverture", web::ui::Icon::shield, "Ce que coûte une couverture",
                                     "Le prix d’une assurance-crédit, avant et après impôt."};
inline constexpr Calculator of_indemnity{"/calculs/indemnite", web::ui::Icon::euro, "Ce que verse l’assureur",
                                         "Un client ne paie pas : l’indemnité, ce qui reste à votre charge, et à qui "
                                         "revient ce qui est récupéré ensuite."};
inline constexpr Calculator of_delays{"/calculs/delais", web::ui::Icon::calendar, "Les dates à tenir",
                                      "Un client ne paie pas : jusqu’à quand prolonger, déclarer, demander "
                                      "l’indemnité."};
inline constexpr const Calculator* calculators[] = {&of_unpaid, &of_cover, &of_indemnity, &of_delays};

// A form whose answer is the same page with a result.
web::html::Markup calculator_form(const web::html::Url& url, const web::ui::FormState& state,
                                  const web::html::Markup& fields);

// The page of one; what was typed is wrong where it has no result.
web::Response calculator_page(visit::Visit& visit, const Calculator& calculator, const web::ui::FormState& state,
                              const web::html::Markup& fields, const std::optional<web::html::Markup>& result);

// What was typed, and what is wrong with it.
web::ui::FormState kept(const visit::Visit& visit, const web::Fields& typed, std::span<const std::string_view> fields,
                        const base::Refusals& refusals);

// An address with what was typed, so that it opens the same calculation.
web::html::Url with_fields(web::html::Url url, const web::Fields& typed, std::span<const std::string_view> fields);

// Where an engine names a value otherwise than the form.
struct Renamed {
  std::string_view engine, form;
};
base::Refusals renamed(base::Refusals refusals, std::span<const Renamed> names);

}  // namespace credit::calculators
