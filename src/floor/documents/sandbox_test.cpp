#include "floor/documents/sandbox.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <functional>
#include <system_error>

namespace documents {
namespace {

using Attempt = std::function<long()>;

const Attempt opens_a_socket = [] { return ::socket(AF_INET, SOCK_STREAM, 0); };
const Attempt reads_a_file = [] { return ::open("/etc/hostname", O_RDONLY); };
const Attempt writes_a_file = [] { return ::open("/tmp/mandat-sandbox-test", O_WRONLY | O_CREAT, 0600); };
const Attempt removes_a_file = [] { return ::unlink("/tmp/mandat-sandbox-test"); };
const Attempt renames_a_file = [] { return ::rename("/tmp/mandat-sandbox-test", "/tmp/mandat-sandbox-other"); };
const Attempt has_a_child = [] { return ::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0); };
const Attempt runs_a_program = [] { return ::execl("/bin/true", "true", nullptr); };
const Attempt ends_another = [] { return ::kill(::getppid(), 0); };
const Attempt watches_another = [] { return ::syscall(SYS_ptrace, 16, ::getppid(), 0, 0); };
const Attempt raises_its_bounds = [] {
  const rlimit more{100, 100};
  return ::setrlimit(RLIMIT_CPU, &more);
};

// In a child of the test, which ends with 0 when the kernel refused.
[[noreturn]] void enter_and_try(Sandbox sandbox, const Attempt& attempt) {
  if (!enter(sandbox)) ::_exit(2);
  errno = 0;
  ::_exit(attempt() == -1 && errno == EPERM ? 0 : 1);
}

void expect_refused(Sandbox sandbox, const Attempt& attempt, const char* what) {
  EXPECT_EXIT(enter_and_try(sandbox, attempt), testing::ExitedWithCode(0), "") << what;
}

// P3.confined
TEST(DocumentSandboxDeathTest, leaves_a_computing_child_its_memory_and_its_open_files) {
  expect_refused(Sandbox::computing, opens_a_socket, "socket");
  expect_refused(Sandbox::computing, reads_a_file, "read");
  expect_refused(Sandbox::computing, writes_a_file, "write");
  expect_refused(Sandbox::computing, removes_a_file, "unlink");
  expect_refused(Sandbox::computing, renames_a_file, "rename");
  expect_refused(Sandbox::computing, has_a_child, "clone");
  expect_refused(Sandbox::computing, runs_a_program, "execve");
  expect_refused(Sandbox::computing, ends_another, "kill");
  expect_refused(Sandbox::computing, watches_another, "ptrace");
  expect_refused(Sandbox::computing, raises_its_bounds, "setrlimit");
}

TEST(DocumentSandboxDeathTest, lets_a_foreign_tool_read_its_libraries_and_no_more) {
  expect_refused(Sandbox::foreign_tool, opens_a_socket, "socket");
  expect_refused(Sandbox::foreign_tool, writes_a_file, "write");
  expect_refused(Sandbox::foreign_tool, removes_a_file, "unlink");
  expect_refused(Sandbox::foreign_tool, renames_a_file, "rename");
  expect_refused(Sandbox::foreign_tool, has_a_child, "clone");
  expect_refused(Sandbox::foreign_tool, ends_another, "kill");
  expect_refused(Sandbox::foreign_tool, watches_another, "ptrace");
  const auto read = [] {
    if (!enter(Sandbox::foreign_tool)) ::_exit(2);
    ::_exit(reads_a_file() >= 0 ? 0 : 1);
  };
  EXPECT_EXIT(read(), testing::ExitedWithCode(0), "");
}

// A child that has entered, and waits until it is looked at.
class Entered {
 public:
  explicit Entered(Sandbox sandbox) {
    int ready[2], over[2];
    if (::pipe(ready) != 0 || ::pipe(over) != 0) throw std::system_error(errno, std::generic_category());
    child_ = ::fork();
    char byte = 0;
    if (child_ == 0) {
      ::close(over[1]);
      const bool entered = enter(sandbox) && ::write(ready[1], &byte, 1) == 1;
      while (entered && ::read(over[0], &byte, 1) > 0) continue;
      ::_exit(0);
    }
    ::close(ready[1]);
    ::close(over[0]);
    over_ = over[1];
    entered_ = ::read(ready[0], &byte, 1) == 1;
    ::close(ready[0]);
  }
  ~Entered() {
    ::close(over_);
    ::waitpid(child_, nullptr, 0);
  }
  bool entered() const { return entered_; }
  rlim_t most(decltype(RLIMIT_CPU) resource) const {
    rlimit bound{RLIM_INFINITY, RLIM_INFINITY};
    ::prlimit(child_, resource, nullptr, &bound);
    return bound.rlim_max;
  }

 private:
  pid_t child_;
  int over_;
  bool entered_;
};

TEST(DocumentSandbox, bounds_time_memory_and_what_is_written) {
  constexpr rlim_t mebibyte = 1024 * 1024;
  for (const auto sandbox : {Sandbox::computing, Sandbox::foreign_tool}) {
    const Entered child(sandbox);
    ASSERT_TRUE(child.entered());
    EXPECT_EQ(child.most(RLIMIT_CPU), 20U);
    EXPECT_EQ(child.most(RLIMIT_FSIZE), 50 * mebibyte);
    EXPECT_EQ(child.most(RLIMIT_NPROC), 0U);
    EXPECT_EQ(child.most(RLIMIT_CORE), 0U);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_EQ(child.most(RLIMIT_AS), 1024 * mebibyte);
#endif
  }
}

}  // namespace
}  // namespace documents
