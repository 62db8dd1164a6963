// Whether an administrator's page of payments changed (P15): every administrator sees all of them.
#include <algorithm>
#include <initializer_list>

#include "floor/live/live.hpp"
#include "floor/payments/batches.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/reconciliation.hpp"
#include "floor/visit/page.hpp"

namespace payments {
namespace {

web::Response of_kinds(visit::Visit& visit, std::initializer_list<std::string_view> kinds) {
  return live::answer(visit, [&](db::Transaction&, const platform::FileRef& file) {
    return std::find(kinds.begin(), kinds.end(), file.kind) != kinds.end();
  });
}

// Whether there is such a thing at all: find() of its id gives it.
template <class Id>
bool exists(const visit::Visit& visit, Id id) {
  return visit.platform.database.read([&](db::Transaction& tx) { return find(tx, id).has_value(); });
}

template <class Id>
web::Response of_file(visit::Visit& visit, std::string_view kind, Id id) {
  if (!exists(visit, id)) return visit::not_found(visit);
  return live::answer(
      visit, [&](db::Transaction&, const platform::FileRef& file) { return file.kind == kind && file.id == id.value; });
}

}  // namespace

// What may be sent today is shown too, and comes with each order; so is an account that waits to be confirmed.
web::Response batches_changes(visit::Visit& visit) {
  return of_kinds(visit, {batch_file_kind, order_file_kind, account_file_kind});
}
web::Response account_changes(visit::Visit& visit) { return of_kinds(visit, {account_file_kind}); }

// An order that leaves a batch does so by an act on the batch, or stays listed with its end.
web::Response batch_changes(visit::Visit& visit) {
  const BatchId id{visit.id()};
  if (!exists(visit, id)) return visit::not_found(visit);
  return live::answer(visit, [&](db::Transaction& tx, const platform::FileRef& file) {
    if (file.kind == batch_file_kind) return file.id == id.value;
    if (file.kind != order_file_kind) return false;
    const auto order = find(tx, OrderId{file.id});
    return order && order->batch == id;
  });
}

web::Response orders_changes(visit::Visit& visit) { return of_kinds(visit, {order_file_kind}); }
web::Response order_changes(visit::Visit& visit) { return of_file(visit, order_file_kind, OrderId{visit.id()}); }
web::Response bank_changes(visit::Visit& visit) { return of_kinds(visit, {bank_file_kind}); }

// A file that is read brings the lines that no order explains.
web::Response lines_changes(visit::Visit& visit) { return of_kinds(visit, {line_file_kind, bank_file_kind}); }
web::Response line_changes(visit::Visit& visit) { return of_file(visit, line_file_kind, LineId{visit.id()}); }

}  // namespace payments
