// The worker's duty: bills that the approved platform has not yet (P9.platform).
#include <fstream>
#include <sstream>

#include "base/log.hpp"
#include "desks/works/bill/bill.hpp"
#include "desks/works/money/money_file.hpp"
#include "floor/audit/audit.hpp"

namespace works::bill {
namespace {

constexpr int at_a_time = 10;

std::string bytes_of(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  if (!bytes) throw std::runtime_error(path.string() + ": cannot be read");
  return std::move(bytes).str();
}

bool deposit(platform::Platform& platform, const einvoices::Opened& opened, BillId id) {
  const auto paper = platform.database.read([&](db::Transaction& tx) {
    const auto bill = find(tx, id);
    MANDAT_ASSERT(bill && bill->document);
    return documents::find(tx, bill->document).value();
  });
  try {
    opened.platform({paper.filename, bytes_of(platform.documents.path_of(paper.owner, paper.sha256))});
  } catch (const std::exception& failure) {  // the world: it is tried again with the next round
    base::log(base::Severity::error, "bill_not_deposited",
              {{"bill", std::to_string(id.value)}, {"because", failure.what()}});
    return false;
  }
  platform.act({}, [&](platform::Act& act) {
    note_deposited(act.tx, id, act.now);
    audit::record(act, {"works.bill.deposited", money::file_of(paper.owner), {{"bill", std::to_string(id.value)}}});
  });
  return true;
}

}  // namespace

int deposit(platform::Platform& platform, const einvoices::Opened& opened) {
  int deposited = 0;
  for (const auto id :
       platform.database.read([&](db::Transaction& tx) { return to_deposit(tx, opened.since, at_a_time); }))
    if (deposit(platform, opened, id))
      ++deposited;
    else
      break;  // what keeps one back keeps all
  return deposited;
}

}  // namespace works::bill
