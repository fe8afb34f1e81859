<# : batch part, a comment to PowerShell
@echo off
rem Runs Maven with the given arguments: the installed one if it is at least 3.6.3, otherwise a pinned
rem release that is fetched once from the Apache archive and unpacked only if its SHA-512 is right.
rem The PowerShell part below finds or fetches it and prints its path. The variables are those of mvnw.
setlocal
set "PSModulePath="
set "CARAVAN_MVNW=%~f0"
set "CARAVAN_MVN="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "& ([scriptblock]::Create((Get-Content -Raw -LiteralPath $env:CARAVAN_MVNW)))"`) do set "CARAVAN_MVN=%%m"
if not defined CARAVAN_MVN exit /b 1
endlocal & "%CARAVAN_MVN%" %*
exit /b
#>

$version = '3.9.11'
$sha512 = 'bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978'

function Fail($message) {
    [Console]::Error.WriteLine("mvnw: $message")
    exit 1
}

$installed = Get-Command mvn.cmd, mvn.exe -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($installed) {
    $told = (& $installed.Path --version 2>$null) -join "`n" -replace "$([char]27)\[[0-9;]*m", ''
    if ($told -match '(?m)^Apache Maven (\d+\.\d+\.\d+)' -and [version]$Matches[1] -ge [version]'3.6.3') {
        $installed.Path
        exit 0
    }
}

if ($env:JAVA_HOME) {
    if (-not (Test-Path -LiteralPath "$env:JAVA_HOME\bin\java.exe")) {
        Fail "JAVA_HOME is $env:JAVA_HOME, but there is no bin\java.exe in it."
    }
} elseif (-not (Get-Command java.exe -ErrorAction SilentlyContinue)) {
    Fail 'Java is missing. Install a JDK 17 or newer and put java on the PATH, or set JAVA_HOME.'
}

$archive = 'https://archive.apache.org/dist/maven/maven-3'
if ($env:CARAVAN_MAVEN_ARCHIVE) { $archive = $env:CARAVAN_MAVEN_ARCHIVE }
if ($env:CARAVAN_MAVEN_SHA512) { $sha512 = $env:CARAVAN_MAVEN_SHA512 }
$userHome = "$env:USERPROFILE\.m2"
if ($env:MAVEN_USER_HOME) { $userHome = $env:MAVEN_USER_HOME }

$url = "$archive/$version/binaries/apache-maven-$version-bin.tar.gz"
$dists = "$userHome\wrapper\dists"
$parent = "$dists\apache-maven-$version\$($sha512.Substring(0, 12))"
$maven = "$parent\apache-maven-$version"

if (-not (Test-Path -LiteralPath "$maven\bin\mvn.cmd")) {
    $temporary = "$dists\.download-$([guid]::NewGuid())"
    try {
        $ErrorActionPreference = 'Stop'
        New-Item -ItemType Directory -Force -Path $temporary, $parent | Out-Null
        [Console]::Error.WriteLine("Fetching Apache Maven $version from $url")
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        (New-Object Net.WebClient).DownloadFile($url, "$temporary\maven.tar.gz")
        $actual = (Get-FileHash -Algorithm SHA512 -LiteralPath "$temporary\maven.tar.gz").Hash
        if ($actual -ne $sha512) {
            throw "$url has the wrong checksum and was deleted. Expected SHA-512 $sha512, but it is $actual."
        }
        & "$env:SystemRoot\System32\tar.exe" -xzf "$temporary\maven.tar.gz" -C $temporary | Out-Null
        if ($LASTEXITCODE -ne 0) { throw "could not unpack $url" }
        try {
            [IO.Directory]::Move("$temporary\apache-maven-$version", $maven)
        } catch {
            # a parallel run was faster
            if (-not (Test-Path -LiteralPath "$maven\bin\mvn.cmd")) { throw }
        }
    } catch {
        Fail $_.Exception.Message
    } finally {
        Remove-Item -Recurse -Force -LiteralPath $temporary -ErrorAction SilentlyContinue
    }
}
"$maven\bin\mvn.cmd"
