// Bills that the approved platform has not yet (P9.platform).
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

void not_deposited(BillId id, const std::exception& failure) {
  base::log(base::Severity::error, "bill_not_deposited",
            {{"bill", std::to_string(id.value)}, {"because", failure.what()}});
}

struct Ready {
  std::string filename, bytes;
  platform::FileRef file;
};

// Null, and said in the log: its paper cannot be read here, which keeps no other bill back.
std::optional<Ready> ready(platform::Platform& platform, BillId id) {
  const auto paper = platform.database.read([&](db::Transaction& tx) {
    const auto bill = find(tx, id);
    MANDAT_ASSERT(bill && bill->document);
    return documents::find(tx, bill->document).value();
  });
  try {
    return Ready{paper.filename, bytes_of(platform.documents.path_of(paper.owner, paper.sha256)),
                 money::file_of(paper.owner)};
  } catch (const std::exception& failure) {
    not_deposited(id, failure);
    return std::nullopt;
  }
}

bool taken(const einvoices::Opened& opened, BillId id, Ready& bill) {
  try {
    opened.platform({bill.filename, std::move(bill.bytes)});
    return true;
  } catch (const std::exception& failure) {  // the world: it is tried again with the next round
    not_deposited(id, failure);
    return false;
  }
}

}  // namespace

int deposit(platform::Platform& platform, const einvoices::Opened& opened) {
  int deposited = 0;
  const auto after = [&](BillId last) {
    return platform.database.read([&](db::Transaction& tx) { return to_deposit(tx, opened.since, last, at_a_time); });
  };
  for (auto waiting = after({}); !waiting.empty(); waiting = after(waiting.back()))
    for (const auto id : waiting) {
      auto bill = ready(platform, id);
      if (!bill) continue;
      if (!taken(opened, id, *bill)) return deposited;  // a platform that is away takes no other
      platform.act({}, [&](platform::Act& act) {
        note_deposited(act.tx, id, act.now);
        audit::record(act, {"works.bill.deposited", bill->file, {{"bill", std::to_string(id.value)}}});
      });
      ++deposited;
    }
  return deposited;
}

}  // namespace works::bill
