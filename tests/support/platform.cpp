#include "support/platform.hpp"

#include "floor/documents/documents.hpp"
#include "floor/identity/passwords.hpp"
#include "support/served.hpp"

namespace support {

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = std::filesystem::temp_directory_path() / "mandat-test-XXXXXX";
    MANDAT_ASSERT(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

struct TestPlatform::Parts {
  Parts(const base::Clock& clock, std::uint64_t seed) : random(seed), ids(clock, random) {}

  base::SeededRandom random;
  base::IdSource ids;
  TemporaryFolder folder;
  documents::Store documents{folder.path()};
  identity::PasswordHasher passwords{identity::HashCost::for_tests()};
  TemporaryFolder folder;
  documents::Store documents{folder.path()};
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
