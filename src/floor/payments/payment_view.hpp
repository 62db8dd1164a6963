// What the pages of payments share.
#pragma once

#include <string>
#include <vector>

#include "floor/identity/names.hpp"
#include "floor/payments/batches.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/badge.hpp"
#include "web/ui/table.hpp"

namespace payments {

web::html::Markup payment_tabs(const web::html::Url& current);
web::ui::Badge badge(State state);
web::ui::Badge badge(BatchState state);
std::string iban_text(std::string_view iban);  // in groups of four
std::string count_text(std::size_t count);     // "12 ordres"
std::string batch_title(const Batch& batch);   // "Prélèvements n° 12"
web::html::Url order_url(OrderId id);
web::html::Url batch_url(BatchId id);
web::html::Url bank_file_url(BankFileId id);
// Who pays or is paid: as on the bank details, and the organisation where that is another name.
web::ui::Value party(const std::string& name, std::string_view organisation);
identity::Names names_of(db::Transaction& tx, const std::vector<Order>& orders);
web::ui::Table orders_table(std::string caption, const std::vector<Order>& orders, const identity::Names& names);
bool may_act(const visit::Visit& visit);
bool may_answer(const visit::Visit& visit);

}  // namespace payments
