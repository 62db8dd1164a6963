// The form of a calculator: what is typed stands in the address, so that a calculation can be kept and sent.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "base/outcome.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/form.hpp"

namespace credit::calculators {

web::html::Markup calculator_form(const web::html::Url& url, const web::ui::FormState& state,
                                  const web::html::Markup& fields);

// What was typed, and what is wrong with it.
web::ui::FormState kept(const visit::Visit& visit, const web::Fields& typed,
                        std::initializer_list<std::string_view> fields, const base::Refusals& refusals);

// Where an engine names a value otherwise than the form.
struct Renamed {
  std::string_view engine, form;
};
base::Refusals renamed(base::Refusals refusals, std::span<const Renamed> names);

}  // namespace credit::calculators
