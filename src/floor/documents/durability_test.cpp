// The two system calls that durability rests on are watched, and made to fail: they are defined here for this program.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "floor/documents/documents.hpp"
#include "support/files.hpp"
#include "support/served.hpp"

namespace {

namespace fs = std::filesystem;

struct Watch {
  std::mutex mutex;
  fs::path below = {};                  // what happens elsewhere is let through; empty: everything
  std::vector<std::string> steps = {};  // "sync 7/ab", "name 7/ab/…"
  int sync_error = 0;                   // errno of the next syncs; 0: they succeed
};
Watch& watch() {
  static Watch one;
  return one;
}

// The path as the store's root sees it; empty when it is not watched.
std::string watched(const fs::path& path) {
  const fs::path& below = watch().below;
  if (below.empty()) return {};
  const fs::path relative = path.lexically_relative(below);
  return relative.empty() || *relative.begin() == ".." ? std::string() : relative.string();
}

}  // namespace

extern "C" int fsync(int descriptor) {
  std::error_code gone;
  const fs::path path = fs::read_symlink("/proc/self/fd/" + std::to_string(descriptor), gone);
  const std::lock_guard lock(watch().mutex);
  const std::string name = watched(path);
  if (!name.empty()) {
    if (watch().sync_error != 0) {
      errno = watch().sync_error;
      return -1;
    }
    watch().steps.push_back("sync " + name);
  }
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

extern "C" int rename(const char* from, const char* to) noexcept {
  const std::lock_guard lock(watch().mutex);
  if (const std::string name = watched(to); !name.empty())
    watch().steps.push_back("name " + name + " " + watched(from));
  return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

namespace documents {
namespace {

class DocumentDurability : public testing::Test {
 protected:
  DocumentDurability() {
    const std::lock_guard lock(watch().mutex);
    watch().below = folder_.path();
    watch().steps.clear();
  }
  ~DocumentDurability() override {
    const std::lock_guard lock(watch().mutex);
    watch().below.clear();
    watch().sync_error = 0;
  }
  base::Outcome<Prepared> prepare(std::string_view bytes) {
    return store_.prepare({7}, support::uploaded("piece", "devis.pdf", bytes, uploads_.path()), Accept::pdf_or_image);
  }
  // -1 when it did not happen.
  static std::ptrdiff_t nth(const std::string& step) {
    const auto found = std::find(watch().steps.begin(), watch().steps.end(), step);
    return found == watch().steps.end() ? -1 : found - watch().steps.begin();
  }

  support::TemporaryFolder folder_, uploads_;
  Store store_{folder_.path()};
};

// P3.durable
TEST_F(DocumentDurability, syncs_the_bytes_then_names_them_then_syncs_the_folder) {
  const auto outcome = prepare(support::sample_jpeg());
  ASSERT_TRUE(outcome.ok());
  const std::string folder = "7/" + outcome->sha256.substr(0, 2);
  const auto named = std::find_if(watch().steps.begin(), watch().steps.end(), [&](const std::string& step) {
    return step.starts_with("name " + folder + "/" + outcome->sha256 + " ");
  });
  ASSERT_NE(named, watch().steps.end());
  const std::string passing = named->substr(named->rfind(' ') + 1);
  EXPECT_TRUE(passing.starts_with("tmp/"));
  const auto name = named - watch().steps.begin();
  EXPECT_GE(nth("sync " + passing), 0);
  EXPECT_LT(nth("sync " + passing), name);
  EXPECT_EQ(watch().steps.back(), "sync " + folder);
  // The folders themselves, each by a sync of the one that holds it.
  EXPECT_GE(nth("sync ."), 0);
  EXPECT_GE(nth("sync 7"), 0);
}

// P3.durable
TEST_F(DocumentDurability, refuses_and_forgets_a_document_when_the_disk_is_full_then_recovers_by_itself) {
  watch().sync_error = ENOSPC;
  const auto refused = prepare(support::sample_jpeg());
  ASSERT_FALSE(refused.ok());
  EXPECT_TRUE(refused.refused_as(store_full));
  EXPECT_EQ(refused.refusal().field, "piece");
  EXPECT_TRUE(fs::is_empty(folder_.path() / "tmp"));
  watch().sync_error = 0;
  EXPECT_TRUE(prepare(support::sample_jpeg()).ok());
}

// P3.durable
TEST_F(DocumentDurability, acknowledges_nothing_when_the_disk_fails) {
  watch().sync_error = EIO;
  EXPECT_THROW(static_cast<void>(prepare(support::sample_jpeg())), std::system_error);
  EXPECT_TRUE(fs::is_empty(folder_.path() / "tmp"));
}

}  // namespace
}  // namespace documents
