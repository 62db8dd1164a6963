// The form of a calculator: what is typed stands in the address, so that a calculation can be kept and sent.
#pragma once

#include <span>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/form.hpp"

namespace credit::calculators {

web::html::Markup calculator_form(const web::html::Url& url, const web::ui::FormState& state,
                                  const web::html::Markup& fields);

// What was typed, and what is wrong with it.
web::ui::FormState kept(const visit::Visit& visit, const web::Fields& typed, std::span<const std::string_view> fields,
                        const base::Refusals& refusals);

// An address with what was typed, so that it opens the same calculation.
web::html::Url with_fields(web::html::Url url, const web::Fields& typed, std::span<const std::string_view> fields);

// The other calculators, under each of them.
web::html::Markup other_calculators(std::string_view own_path);

// Where an engine names a value otherwise than the form.
struct Renamed {
  std::string_view engine, form;
};
base::Refusals renamed(base::Refusals refusals, std::span<const Renamed> names);

}  // namespace credit::calculators
