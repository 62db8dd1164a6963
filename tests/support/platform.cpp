#include "support/platform.hpp"

#include "floor/documents/documents.hpp"
#include "floor/identity/passwords.hpp"
#include "support/served.hpp"

namespace support {

struct TestPlatform::Parts {
  Parts(const base::Clock& clock, std::uint64_t seed) : random(seed), ids(clock, random) {}

  base::SeededRandom random;
  base::IdSource ids;
  TemporaryFolder folder;
  documents::Store documents{folder.path()};
  identity::PasswordHasher passwords{identity::HashCost::for_tests()};
};

TestPlatform::TestPlatform(db::Database& database, const base::Clock& clock, std::uint64_t seed)
    : parts_(std::make_unique<Parts>(clock, seed)),
      platform_{.database = database,
                .clock = clock,
                .random = parts_->random,
                .ids = parts_->ids,
                .documents = parts_->documents,
                .passwords = parts_->passwords,
                .settings = {.mode = platform::Mode::normal,
                             .public_url = "https://mandat.example.fr",
                             .server_key = "0123456789abcdef0123456789abcdef"}} {}

TestPlatform::~TestPlatform() = default;

}  // namespace support
