#include "app/sweeping.hpp"

#include "base/log.hpp"
#include "floor/documents/documents.hpp"

namespace app {

Recurring sweeper(platform::Platform& platform) {
  using std::chrono::hours;
  return {"documents_not_swept", {hours{1}, hours{1}}, [&platform] {
            const auto removed = platform.database.read(
                [&](db::Transaction& tx) { return documents::sweep_orphans(tx, platform.documents); });
            base::log(base::Severity::info, "documents_swept", {{"removed", std::to_string(removed)}});
            return hours{24};
          }};
}

}  // namespace app
