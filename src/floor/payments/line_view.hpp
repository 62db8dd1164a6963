// A line of the bank as pages show it.
#pragma once

#include <string>
#include <vector>

#include "floor/payments/reconciliation.hpp"
#include "web/ui/badge.hpp"
#include "web/ui/table.hpp"

namespace payments {

web::ui::Badge badge(const Line& line);
std::string what_of(const BankLine& said);  // "Prélèvement retourné · Compte clos"
base::Money signed_amount(const BankLine& said);
web::ui::Table lines_table(std::string caption, const std::vector<Line>& lines);
web::html::Url line_url(LineId id);

}  // namespace payments
