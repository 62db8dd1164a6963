#include <fmt/format.h>

#include <algorithm>

#include "floor/audit/audit_store.hpp"
#include "web/crypto.hpp"

namespace audit {

namespace {

using store::Seal;
using store::StoredFact;

// Each field with its length before it ("5:works,"), so that no two facts have one canonical text.
std::string canonical(const StoredFact& stored) {
  const Fact& fact = stored.fact;
  std::string text;
  const auto add = [&](std::string_view field) { text += fmt::format("{}:{},", field.size(), field); };
  const auto add_number = [&](std::int64_t number) { add(std::to_string(number)); };
  add_number(fact.id);
  add_number(fact.at.micros);
  add(platform::to_text(fact.cause));
  add_number(fact.account.value);
  add_number(fact.organisation.value);
  add(fact.author_detail);
  add(fact.code);
  add(fact.file.kind);
  add_number(fact.file.id);
  add(stored.details);
  return text;
}

// The first words keep this use of the server's key apart from its others.
Seal next_seal(const Seal& previous, const StoredFact& stored, std::string_view key) {
  const std::int64_t position = previous.position + 1;
  const std::string sealed = fmt::format("mandat audit seal|{}|{}|{}", position, previous.seal, canonical(stored));
  return {position, web::hex(web::hmac_sha256(key, sealed))};
}

}  // namespace

std::string_view Fact::detail(std::string_view name) const {
  const auto found = std::find_if(details.begin(), details.end(), [&](const auto& pair) { return pair.first == name; });
  return found == details.end() ? std::string_view() : std::string_view(found->second);
}

int seal(db::Database& database, std::string_view key, int limit) {
  return database.write([&](db::Transaction& tx) {
    const auto facts = store::unsealed(tx, limit);
    if (facts.empty()) return 0;
    Seal last = store::last_seal(tx);
    for (const StoredFact& stored : facts) {
      last = next_seal(last, stored, key);
      store::add_seal(tx, last, stored.fact.id);
    }
    store::forget_unsealed(tx, facts.back().fact.id);
    return static_cast<int>(facts.size());
  });
}

Verification verify(db::Transaction& tx, std::string_view key) {
  constexpr int batch = 10'000;
  Verification verification;
  verification.unsealed_tail = store::count_unsealed(tx);
  Seal last;
  for (;;) {
    const auto sealed = store::sealed_after(tx, last.position, batch);
    for (const auto& [found, fact] : sealed) {
      const bool fits = fact && found.position == last.position + 1 &&
                        web::equal_in_constant_time(next_seal(last, *fact, key).seal, found.seal);
      if (!fits && !verification.first_broken) verification.first_broken = last.position + 1;
      last = found;
      ++verification.sealed;
    }
    if (sealed.size() < batch) break;
  }
  verification.unaccounted = store::count_facts(tx) - verification.sealed - verification.unsealed_tail;
  return verification;
}

}  // namespace audit
