"""Starts a JupyterHub whose users work at once, each on a copy of notebook 4 of their own, and reports times and memory.

    python classroom.py USERS COURSE PROXY

COURSE is the folder of the course, which the users only read; when started by root, each runs as a user of their own.
PROXY is the program configurable-http-proxy.
"""

import asyncio
import json
import os
import secrets
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

import psutil
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect



def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


USERS, COURSE, PROXY = int(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
NOTEBOOK = "04-zero-out-verification.ipynb"
FIRST_UID = 61000
PORTS = free_ports(3)
HUB = f"http://127.0.0.1:{PORTS[0]}"
TOKEN = secrets.token_hex(16)

CONFIG = """
import os, shutil
from jupyterhub.spawner import SimpleLocalProcessSpawner

class Student(SimpleLocalProcessSpawner):
    def make_preexec_fn(self, name):
        uid = {first_uid} + int(name.removeprefix("student"))
        def become():
            os.chdir(self.home_dir)
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(uid)
                os.setuid(uid)
        return become

def copy_notebooks(spawner):
    home = spawner.home_dir
    shutil.copytree({course!r} + "/notebooks", home + "/notebooks", dirs_exist_ok=True)
    if os.getuid() == 0:
        uid = {first_uid} + int(spawner.user.name.removeprefix("student"))
        for folder, _, files in os.walk(home):
            for path in [folder, *(os.path.join(folder, file) for file in files)]:
                os.chown(path, uid, uid)

c = get_config()
c.JupyterHub.spawner_class = Student
c.Student.home_dir_template = {scratch!r} + "/homes/{{username}}"
c.Spawner.pre_spawn_hook = copy_notebooks
c.Spawner.environment = {{"JUPYTER_PATH": {course!r} + "/.jupyter"}}
c.Spawner.cmd = [{singleuser!r}]
c.Spawner.start_timeout = c.Spawner.http_timeout = 600
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.bind_url = {hub!r}
c.JupyterHub.hub_port = {ports[1]}
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[2]}"
c.JupyterHub.concurrent_spawn_limit = 0
c.JupyterHub.services = [{{"name": "teacher", "api_token": {token!r}}}]
c.JupyterHub.load_roles = [
    {{"name": "teacher", "services": ["teacher"], "scopes": ["admin:users", "admin:servers", "access:servers"]}}
]
"""


async def ask(method, path, content=None):
    body = None if content is None and method == "GET" else json.dumps(content or {})
    request = HTTPRequest(HUB + path, method, {"Authorization": f"token {TOKEN}"}, body, request_timeout=600)
    response = await AsyncHTTPClient().fetch(request)
    return json.loads(response.body) if response.body else None


async def run_cells(name, kernel, cells):
    """Executes the cells over the websocket, as JupyterLab does, and writes outputs and counts into them."""
    address = f"{HUB}/user/{name}/api/kernels/{kernel}/channels".replace("http", "ws", 1)
    connection = await websocket_connect(HTTPRequest(address, headers={"Authorization": f"token {TOKEN}"}), max_message_size=10**8)
    for cell in cells:
        header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": name, "session": name, "version": "5.3"}
        content = {"code": "".join(cell["source"]), "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True}
        await connection.write_message(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "channel": "shell", "content": content}))
        cell["outputs"], reply, idle = [], None, False
        while not (reply and idle):
            message = json.loads(await connection.read_message())
            if message["parent_header"].get("msg_id") != header["msg_id"]:
                continue
            kind, said = message["header"]["msg_type"], message["content"]
            if kind == "execute_reply":
                reply = said
            elif kind == "status":
                idle = said["execution_state"] == "idle"
            elif kind == "stream":
                cell["outputs"].append({"output_type": kind, "name": said["name"], "text": said["text"]})
            elif kind == "display_data":
                cell["outputs"].append({"output_type": kind, "data": said["data"], "metadata": said["metadata"]})
        if reply["status"] != "ok":
            raise RuntimeError(f"{name}, cell {cell['id']}: {reply}")
        cell["execution_count"] = reply["execution_count"]
    connection.close()


async def student(name):
    begin = time.monotonic()
    seconds = lambda: time.monotonic() - begin  # noqa: E731
    await ask("POST", f"/hub/api/users/{name}")
    await ask("POST", f"/hub/api/users/{name}/server")
    while not (await ask("GET", f"/hub/api/users/{name}"))["servers"].get("", {}).get("ready"):
        await asyncio.sleep(0.5)
    ready = seconds()
    path = f"notebooks/{NOTEBOOK}"
    notebook = (await ask("GET", f"/user/{name}/api/contents/{path}"))["content"]
    session = {"path": path, "name": NOTEBOOK, "type": "notebook", "kernel": {"name": "tslab"}}
    kernel = (await ask("POST", f"/user/{name}/api/sessions", session))["kernel"]["id"]
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    await run_cells(name, kernel, cells[:1])
    first = seconds()
    await run_cells(name, kernel, cells[1:])
    ran = seconds()
    await ask("PUT", f"/user/{name}/api/contents/{path}", {"type": "notebook", "format": "json", "content": notebook})
    saved = (await ask("GET", f"/user/{name}/api/contents/{path}"))["content"]
    assert all(cell["execution_count"] for cell in saved["cells"] if cell["cell_type"] == "code"), f"{name}: not saved"
    return {"server": ready, "first cell": first, "notebook": ran, "saved": seconds()}


def memory(hub):
    """Megabytes of each process below the hub, by what it is."""
    found = {"kernel": [], "server": []}
    for process in psutil.Process(hub).children(recursive=True):
        line = " ".join(process.cmdline())
        kind = "kernel" if "kernel/dist/main.js" in line else "server" if "singleuser" in line else None
        if kind:
            found[kind].append(process.memory_info().rss / 1e6)
    return found


async def classroom(hub):
    for _ in range(300):
        try:
            await ask("GET", "/hub/api/users")
            break
        except (OSError, HTTPClientError):  # the proxy or the Hub behind it does not answer yet
            await asyncio.sleep(0.2)
    times = await asyncio.gather(*(student(f"student{i}") for i in range(USERS)))
    used = memory(hub)
    print(f"{USERS} students ran notebook 4 and saved it, each in a copy of their own, on {os.cpu_count()} cores.")
    for what in times[0]:
        all_ = [one[what] for one in times]
        print(f"  {what}: after {min(all_):.0f} to {max(all_):.0f} s")
    for kind, sizes in used.items():
        print(f"  memory of a {kind}: {statistics.median(sizes):.0f} MB (at most {max(sizes):.0f} MB); {len(sizes)} of them {sum(sizes):.0f} MB")


def main():
    scratch = tempfile.mkdtemp(prefix="classroom-")
    os.chmod(scratch, 0o755)
    os.mkdir(f"{scratch}/homes")
    singleuser = os.path.join(os.path.dirname(sys.executable), "jupyterhub-singleuser")
    with open(f"{scratch}/jupyterhub_config.py", "w") as file:
        file.write(CONFIG.format(first_uid=FIRST_UID, course=COURSE, scratch=scratch, singleuser=singleuser, hub=HUB, ports=PORTS, proxy=PROXY, token=TOKEN))
    with open(f"{scratch}/hub.log", "w") as log:
        command = [sys.executable, "-m", "jupyterhub", "--config", f"{scratch}/jupyterhub_config.py"]
        hub = subprocess.Popen(command, cwd=scratch, stdout=log, stderr=log, start_new_session=True)
        try:
            asyncio.run(classroom(hub.pid))
        except BaseException:
            print(open(f"{scratch}/hub.log").read()[-4000:], file=sys.stderr)
            raise
        finally:
            hub.terminate()  # on which it ends proxy and servers
            hub.wait()
            try:
                os.killpg(hub.pid, signal.SIGKILL)  # a proxy that it had only begun to start
            except ProcessLookupError:
                pass
    shutil.rmtree(scratch)


main()
