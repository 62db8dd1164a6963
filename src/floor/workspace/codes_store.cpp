#include "floor/workspace/codes_store.hpp"

namespace workspace::store {

std::optional<Sent> last_code(db::Transaction& tx, links::LinkId link) {
  return tx.row(
      "SELECT code_link_id, sent_at, tries, counted_from, sent_since FROM workspace_codes WHERE link_id = :link",
      {{"link", link}}, [](const db::Row& row) {
        return Sent{row.get<links::LinkId>(0), row.get<base::Instant>(1), row.get<int>(2), row.get<base::Instant>(3),
                    row.get<int>(4)};
      });
}

void save(db::Transaction& tx, links::LinkId link, const Sent& sent) {
  tx.execute(
      "INSERT INTO workspace_codes (link_id, code_link_id, sent_at, tries, counted_from, sent_since) VALUES (:link, "
      ":code, :sent_at, :tries, :counted_from, :sent_since) ON CONFLICT (link_id) DO UPDATE SET "
      "code_link_id = excluded.code_link_id, sent_at = excluded.sent_at, tries = excluded.tries, "
      "counted_from = excluded.counted_from, sent_since = excluded.sent_since",
      {{"link", link},
       {"code", sent.code},
       {"sent_at", sent.sent_at},
       {"tries", sent.tries},
       {"counted_from", sent.counted_from},
       {"sent_since", sent.sent_since}});
}

}  // namespace workspace::store
